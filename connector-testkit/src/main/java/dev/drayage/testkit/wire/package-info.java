/** A loopback HTTP server that simulators answer through, and the faults that can be planned into it. */
@NullMarked
package dev.drayage.testkit.wire;

import org.jspecify.annotations.NullMarked;
