/** Tests of single parts. */
@NullMarked
package dev.drayage.netsuite.internal.salesorder;

import org.jspecify.annotations.NullMarked;
