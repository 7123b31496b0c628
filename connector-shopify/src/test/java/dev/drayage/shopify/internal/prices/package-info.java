/** Tests of fixed prices of price lists. */
@NullMarked
package dev.drayage.shopify.internal.prices;

import org.jspecify.annotations.NullMarked;
