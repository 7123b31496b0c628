/** One open account: what its parts share and how they are put together. */
@NullMarked
package dev.drayage.amazon.internal;

import org.jspecify.annotations.NullMarked;
