/** Values of the canonical model. */
@NullMarked
package dev.drayage.model;

import org.jspecify.annotations.NullMarked;
