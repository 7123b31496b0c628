/** Files of shipments in a local folder: from rows to canonical item fulfillments; not API. */
@NullMarked
package dev.drayage.threepl.internal.shipmentfile;

import org.jspecify.annotations.NullMarked;
