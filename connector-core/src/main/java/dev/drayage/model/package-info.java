/** Canonical records and value types: what every connector reads into and writes from. No I/O. */
@NullMarked
package dev.drayage.model;

import org.jspecify.annotations.NullMarked;
