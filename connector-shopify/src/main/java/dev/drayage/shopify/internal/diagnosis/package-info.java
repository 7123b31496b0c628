/** A look at the live shop. */
@NullMarked
package dev.drayage.shopify.internal.diagnosis;

import org.jspecify.annotations.NullMarked;
