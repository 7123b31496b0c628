/**
 * A simulated ShipStation account behind the V2 API, on loopback, with state, a request limit and faults. Written from
 * ShipStation's documentation and recorded answers, never from a connector that is tested against it.
 */
@NullMarked
package dev.drayage.testkit.shipstation;

import org.jspecify.annotations.NullMarked;
