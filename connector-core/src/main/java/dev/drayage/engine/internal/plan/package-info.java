/** What a run would write, without writing. */
@NullMarked
package dev.drayage.engine.internal.plan;

import org.jspecify.annotations.NullMarked;
