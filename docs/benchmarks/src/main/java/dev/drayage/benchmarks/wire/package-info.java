/** The words that every contender reads and writes: orders shaped as Amazon's, sales orders shaped as NetSuite's. */
@NullMarked
package dev.drayage.benchmarks.wire;

import org.jspecify.annotations.NullMarked;
