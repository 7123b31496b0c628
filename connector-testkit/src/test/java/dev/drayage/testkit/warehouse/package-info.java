/** The simulated warehouse, held against the documented ways of X12 and of file exchange. */
@NullMarked
package dev.drayage.testkit.warehouse;

import org.jspecify.annotations.NullMarked;
