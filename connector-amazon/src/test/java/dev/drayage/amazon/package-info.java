/** The Amazon connector, held against a simulated Seller Central and Amazon's own models. */
@NullMarked
package dev.drayage.amazon;

import org.jspecify.annotations.NullMarked;
