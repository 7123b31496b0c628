/** The catalogue of standard syncs over systems in memory. */
@NullMarked
package dev.drayage.sync;

import org.jspecify.annotations.NullMarked;
