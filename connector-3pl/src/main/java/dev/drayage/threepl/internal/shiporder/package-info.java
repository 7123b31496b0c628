/** Ship orders on their way to a warehouse as files, and what the warehouse answers; not API. */
@NullMarked
package dev.drayage.threepl.internal.shiporder;

import org.jspecify.annotations.NullMarked;
