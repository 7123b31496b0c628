/** Value maps and field rules: declared, typed, and complaining before anything is written. */
@NullMarked
package dev.drayage.mapping;

import org.jspecify.annotations.NullMarked;
