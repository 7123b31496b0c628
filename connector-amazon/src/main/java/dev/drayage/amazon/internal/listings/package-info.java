/** Stock told to Amazon: the available quantity of a SKU in the listings of the seller's stores. */
@NullMarked
package dev.drayage.amazon.internal.listings;

import org.jspecify.annotations.NullMarked;
