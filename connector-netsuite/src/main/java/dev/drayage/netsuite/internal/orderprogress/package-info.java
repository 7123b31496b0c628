/** How a step is told to the order that it concerns. */
@NullMarked
package dev.drayage.netsuite.internal.orderprogress;

import org.jspecify.annotations.NullMarked;
