/** X12 documents read, written and damaged. */
@NullMarked
package dev.drayage.threepl.internal.x12;

import org.jspecify.annotations.NullMarked;
