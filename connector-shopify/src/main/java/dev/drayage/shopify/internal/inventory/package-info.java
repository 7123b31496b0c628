/** Stock told to Shopify by compare-and-set, many rows in one call. */
@NullMarked
package dev.drayage.shopify.internal.inventory;

import org.jspecify.annotations.NullMarked;
