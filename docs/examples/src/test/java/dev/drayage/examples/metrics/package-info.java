/** What the metrics of a host say of real runs between fakes. */
@NullMarked
package dev.drayage.examples.metrics;

import org.jspecify.annotations.NullMarked;
