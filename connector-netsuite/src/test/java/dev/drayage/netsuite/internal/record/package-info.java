/** Tests of single parts. */
@NullMarked
package dev.drayage.netsuite.internal.record;

import org.jspecify.annotations.NullMarked;
