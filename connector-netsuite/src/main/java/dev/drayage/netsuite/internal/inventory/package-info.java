/** The account's stock against what warehouses count; not API. */
@NullMarked
package dev.drayage.netsuite.internal.inventory;

import org.jspecify.annotations.NullMarked;
