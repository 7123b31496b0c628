/** The storefront and the ERP of the measurements, in a process of their own. */
@NullMarked
package dev.drayage.benchmarks.server;

import org.jspecify.annotations.NullMarked;
