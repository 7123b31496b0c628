/** Tests of payouts. */
@NullMarked
package dev.drayage.shopify.internal.payouts;

import org.jspecify.annotations.NullMarked;
