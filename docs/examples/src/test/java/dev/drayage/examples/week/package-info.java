/** A week in which people of a shop and of NetSuite change the same orders. */
@NullMarked
package dev.drayage.examples.week;

import org.jspecify.annotations.NullMarked;
