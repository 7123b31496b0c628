/** How a sales order is written. */
@NullMarked
package dev.drayage.netsuite.internal.salesorder;

import org.jspecify.annotations.NullMarked;
