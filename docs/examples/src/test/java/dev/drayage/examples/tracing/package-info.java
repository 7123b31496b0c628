/** What the tracing of a host say of real runs between fakes. */
@NullMarked
package dev.drayage.examples.tracing;

import org.jspecify.annotations.NullMarked;
