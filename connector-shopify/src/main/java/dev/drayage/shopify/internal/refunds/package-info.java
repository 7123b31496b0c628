/** What a shop gave back: refunds in canonical form, tied to the money that went back. */
@NullMarked
package dev.drayage.shopify.internal.refunds;

import org.jspecify.annotations.NullMarked;
