/** A week of trading between a simulated Seller Central, a simulated NetSuite and a warehouse's folder, start to end. */
@NullMarked
package dev.drayage.examples.quickstart;

import org.jspecify.annotations.NullMarked;
