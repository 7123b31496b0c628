/** Small parts of the translation, by themselves. */
@NullMarked
package dev.drayage.amazon.internal.orders;

import org.jspecify.annotations.NullMarked;
