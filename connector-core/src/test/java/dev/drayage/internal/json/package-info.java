/** Strict, bounded and exact JSON. */
@NullMarked
package dev.drayage.internal.json;

import org.jspecify.annotations.NullMarked;
