/** X12 version 004010 with one warehouse: its profile, the faults of its documents, its acknowledgements; not API. */
@NullMarked
package dev.drayage.threepl.internal.x12;

import org.jspecify.annotations.NullMarked;
