/** Which item stands for a SKU. */
@NullMarked
package dev.drayage.netsuite.internal.item;

import org.jspecify.annotations.NullMarked;
