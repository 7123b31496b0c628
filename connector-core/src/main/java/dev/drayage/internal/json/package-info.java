/** JSON of vendors: strict, bounded and exact. Not part of the public interface; exported to our connectors only. */
@NullMarked
package dev.drayage.internal.json;

import org.jspecify.annotations.NullMarked;
