/** Rules that hold for the code itself. */
@NullMarked
package dev.drayage.architecture;

import org.jspecify.annotations.NullMarked;
