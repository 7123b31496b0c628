import dev.drayage.shopify.ShopifyProvider;
import dev.drayage.spi.ConnectorProvider;

/** The connector for Shopify: the Admin API by GraphQL, and the check that a webhook comes from Shopify. */
module dev.drayage.shopify {
    requires com.fasterxml.jackson.databind;
    requires transitive dev.drayage.core;
    requires static transitive org.jspecify;
    requires org.slf4j;

    exports dev.drayage.shopify;

    provides ConnectorProvider with
            ShopifyProvider;
}
