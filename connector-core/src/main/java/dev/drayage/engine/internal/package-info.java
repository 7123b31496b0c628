/**
 * The machinery of the engine; not API. What is here wires the packages beneath it, each of which uses only those before it:
 * {@code news}, {@code turn}, {@code context}, {@code read}, {@code run}, {@code plan}, {@code compare}, {@code operate}, {@code view}.
 */
@NullMarked
package dev.drayage.engine.internal;

import org.jspecify.annotations.NullMarked;
