/** What the parts of a record's way cost by themselves: time and bytes per operation. */
@NullMarked
package dev.drayage.benchmarks.parts;

import org.jspecify.annotations.NullMarked;
