/** Tests of single parts. */
@NullMarked
package dev.drayage.netsuite.internal.access;

import org.jspecify.annotations.NullMarked;
