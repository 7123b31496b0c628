/** The simulated ShipStation account, held against the published rules. */
@NullMarked
package dev.drayage.testkit.shipstation;

import org.jspecify.annotations.NullMarked;
