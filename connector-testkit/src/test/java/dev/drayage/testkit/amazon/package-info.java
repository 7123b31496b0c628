/** The simulated Seller Central, held against Amazon's published rules. */
@NullMarked
package dev.drayage.testkit.amazon;

import org.jspecify.annotations.NullMarked;
