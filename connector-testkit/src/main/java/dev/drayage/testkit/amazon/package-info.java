/**
 * A simulated Seller Central: Login with Amazon and the Selling Partner API of one seller in one region, on loopback,
 * with state, usage plans and faults. Written from Amazon's published models and documentation, never from the
 * connector that is tested against it.
 */
@NullMarked
package dev.drayage.testkit.amazon;

import org.jspecify.annotations.NullMarked;
