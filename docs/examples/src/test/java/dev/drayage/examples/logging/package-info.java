/** What the logging of a host say of real runs between fakes. */
@NullMarked
package dev.drayage.examples.logging;

import org.jspecify.annotations.NullMarked;
