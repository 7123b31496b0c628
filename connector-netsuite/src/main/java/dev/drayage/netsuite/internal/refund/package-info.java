/** How what a channel gave back is written: a credit memo or a cash refund, and the money that went back. */
@NullMarked
package dev.drayage.netsuite.internal.refund;

import org.jspecify.annotations.NullMarked;
