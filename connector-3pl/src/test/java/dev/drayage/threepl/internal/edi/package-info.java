/** A warehouse's CSV, with the faults that files come with. */
@NullMarked
package dev.drayage.threepl.internal.edi;

import org.jspecify.annotations.NullMarked;
