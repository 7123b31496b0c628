/** The machinery of the engine; not API. */
@NullMarked
package dev.drayage.engine.internal;

import org.jspecify.annotations.NullMarked;
