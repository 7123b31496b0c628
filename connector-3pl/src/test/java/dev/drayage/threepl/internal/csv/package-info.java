/** A warehouse's CSV, with the faults that files come with. */
@NullMarked
package dev.drayage.threepl.internal.csv;

import org.jspecify.annotations.NullMarked;
