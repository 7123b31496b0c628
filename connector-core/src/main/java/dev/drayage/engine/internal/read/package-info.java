/** Where records come from: windows, pages, hints and what is due, and how far the source was read. */
@NullMarked
package dev.drayage.engine.internal.read;

import org.jspecify.annotations.NullMarked;
