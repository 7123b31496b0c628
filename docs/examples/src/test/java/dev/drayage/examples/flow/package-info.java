/** The whole flow under everything that can go wrong, seen from outside: only the worlds count, never the reports. */
@NullMarked
package dev.drayage.examples.flow;

import org.jspecify.annotations.NullMarked;
