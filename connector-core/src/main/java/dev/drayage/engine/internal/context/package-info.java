/** What one run works with: its accounts behind a fence, its patience with them, and where their answers arrive. */
@NullMarked
package dev.drayage.engine.internal.context;

import org.jspecify.annotations.NullMarked;
