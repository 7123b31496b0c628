/** A warehouse that speaks X12: its profile from settings, its files as records, orders and acknowledgements as files; not API. */
@NullMarked
package dev.drayage.threepl.internal.x12.files;

import org.jspecify.annotations.NullMarked;
