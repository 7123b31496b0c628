/** A span for each run, with OpenTelemetry. */
@NullMarked
package dev.drayage.examples.tracing;

import org.jspecify.annotations.NullMarked;
