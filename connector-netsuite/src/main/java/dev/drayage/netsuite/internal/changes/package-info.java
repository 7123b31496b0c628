/** How transactions that changed in a window are listed, and how answers of another question are told apart. */
@NullMarked
package dev.drayage.netsuite.internal.changes;

import org.jspecify.annotations.NullMarked;
