/** X12 files from a warehouse: checked whole, then read document by document; not API. */
@NullMarked
package dev.drayage.threepl.internal.x12.read;

import org.jspecify.annotations.NullMarked;
