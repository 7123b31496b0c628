/** What the lists of a ShipStation account answer. */
@NullMarked
package dev.drayage.threepl.internal.shipstation;

import org.jspecify.annotations.NullMarked;
