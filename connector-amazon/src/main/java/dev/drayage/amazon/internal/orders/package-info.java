/** Orders 2026-01-01: how they are swept, read, and translated into canonical sales orders. */
@NullMarked
package dev.drayage.amazon.internal.orders;

import org.jspecify.annotations.NullMarked;
