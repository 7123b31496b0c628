/** The engine against a bare loop that makes the same calls, with the server in a process of its own. */
@NullMarked
package dev.drayage.benchmarks.engine;

import org.jspecify.annotations.NullMarked;
