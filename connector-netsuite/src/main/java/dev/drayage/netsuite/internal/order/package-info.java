/** The sales orders that fulfillments and steps belong to, and their lines. */
@NullMarked
package dev.drayage.netsuite.internal.order;

import org.jspecify.annotations.NullMarked;
