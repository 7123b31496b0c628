/** Calls to Amazon: login, user agent, usage plans, and what its answers and errors mean. */
@NullMarked
package dev.drayage.amazon.internal.api;

import org.jspecify.annotations.NullMarked;
