/** The connector for Shopify: provider, settings, and the check that a webhook comes from Shopify. */
@NullMarked
package dev.drayage.shopify;

import org.jspecify.annotations.NullMarked;
