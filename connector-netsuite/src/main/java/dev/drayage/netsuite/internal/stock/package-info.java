/** What the account holds, item by item and location by location, as channels are told. */
@NullMarked
package dev.drayage.netsuite.internal.stock;

import org.jspecify.annotations.NullMarked;
