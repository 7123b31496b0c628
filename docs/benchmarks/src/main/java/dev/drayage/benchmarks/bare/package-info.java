/**
 * The limit: reads pages and posts orders with {@code HttpClient} and Jackson, and keeps no ledger. Written before the engine was
 * measured and not changed since: whoever tunes the engine does not tune this.
 */
@NullMarked
package dev.drayage.benchmarks.bare;

import org.jspecify.annotations.NullMarked;
