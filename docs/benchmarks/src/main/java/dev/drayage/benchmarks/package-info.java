/** What Drayage costs, measured: starts the measurements and keeps their page. */
@NullMarked
package dev.drayage.benchmarks;

import org.jspecify.annotations.NullMarked;
