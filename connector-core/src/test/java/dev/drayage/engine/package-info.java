/** The guarantees, each under its number. */
@NullMarked
package dev.drayage.engine;

import org.jspecify.annotations.NullMarked;
