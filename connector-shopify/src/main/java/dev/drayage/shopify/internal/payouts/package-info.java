/** Payouts of Shopify Payments, with every row of the balance that they are made of. */
@NullMarked
package dev.drayage.shopify.internal.payouts;

import org.jspecify.annotations.NullMarked;
