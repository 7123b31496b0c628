/** The connector itself; not part of the public interface. */
@NullMarked
package dev.drayage.netsuite.internal;

import org.jspecify.annotations.NullMarked;
