/** How orders are read: every page to its end, then put into canonical form in one of their two currencies. */
@NullMarked
package dev.drayage.shopify.internal.orders;

import org.jspecify.annotations.NullMarked;
