/** Tests of refunds. */
@NullMarked
package dev.drayage.shopify.internal.refunds;

import org.jspecify.annotations.NullMarked;
