/** Shopify: so far the check that a webhook comes from Shopify. */
module dev.drayage.shopify {
    requires transitive dev.drayage.core;
    requires static transitive org.jspecify;

    exports dev.drayage.shopify;
}
