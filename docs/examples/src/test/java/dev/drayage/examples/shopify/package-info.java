/** Shopify and NetSuite kept in step by the real engine over simulated accounts. */
@NullMarked
package dev.drayage.examples.shopify;

import org.jspecify.annotations.NullMarked;
