/** How a cash sale is written. */
@NullMarked
package dev.drayage.netsuite.internal.cashsale;

import org.jspecify.annotations.NullMarked;
