/** How money that was booked in the ERP is told to the shop. */
@NullMarked
package dev.drayage.shopify.internal.payments;

import org.jspecify.annotations.NullMarked;
