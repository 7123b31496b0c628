/** A week of trading between a simulated Seller Central, a simulated shop, a simulated NetSuite and warehouses, start to end. */
@NullMarked
package dev.drayage.examples.quickstart;

import org.jspecify.annotations.NullMarked;
