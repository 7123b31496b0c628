/** One run that writes: from records that were read to effects in their targets, and what of it is remembered. */
@NullMarked
package dev.drayage.engine.internal.run;

import org.jspecify.annotations.NullMarked;
