/** Fixed prices of price lists, as the ERP tells them. */
@NullMarked
package dev.drayage.shopify.internal.prices;

import org.jspecify.annotations.NullMarked;
