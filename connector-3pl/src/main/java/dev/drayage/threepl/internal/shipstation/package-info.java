/** ShipStation's API V2: orders out as shipments, labels and fulfillments in; not API. */
@NullMarked
package dev.drayage.threepl.internal.shipstation;

import org.jspecify.annotations.NullMarked;
