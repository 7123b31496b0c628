/** How much of a published quota is used while work waits, and how much is refused, in virtual time. */
@NullMarked
package dev.drayage.benchmarks.quota;

import org.jspecify.annotations.NullMarked;
