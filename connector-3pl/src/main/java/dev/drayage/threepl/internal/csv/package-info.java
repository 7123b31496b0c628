/** A warehouse's CSV: layouts, and the way between rows and canonical records in both directions; not API. */
@NullMarked
package dev.drayage.threepl.internal.csv;

import org.jspecify.annotations.NullMarked;
