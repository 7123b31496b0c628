/** Sales orders read as what warehouses are told to ship; not API. */
@NullMarked
package dev.drayage.netsuite.internal.warehouseorder;

import org.jspecify.annotations.NullMarked;
