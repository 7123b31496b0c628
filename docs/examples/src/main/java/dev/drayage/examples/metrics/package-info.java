/** Meters of runs, records and writes, and gauges of what waits, with Micrometer. */
@NullMarked
package dev.drayage.examples.metrics;

import org.jspecify.annotations.NullMarked;
