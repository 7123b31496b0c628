/** X12 documents for a warehouse: orders and acknowledgements; not API. */
@NullMarked
package dev.drayage.threepl.internal.x12.write;

import org.jspecify.annotations.NullMarked;
