/** A warehouse whose files are written and read, whatever their format: one connector for all of them; not API. */
@NullMarked
package dev.drayage.threepl.internal.filewarehouse;

import org.jspecify.annotations.NullMarked;
