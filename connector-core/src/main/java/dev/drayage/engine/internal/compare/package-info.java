/** Both sides of a sync beside each other: what is missing, doubled or different. */
@NullMarked
package dev.drayage.engine.internal.compare;

import org.jspecify.annotations.NullMarked;
