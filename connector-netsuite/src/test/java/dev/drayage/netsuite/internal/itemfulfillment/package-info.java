/** Tests of single parts. */
@NullMarked
package dev.drayage.netsuite.internal.itemfulfillment;

import org.jspecify.annotations.NullMarked;
