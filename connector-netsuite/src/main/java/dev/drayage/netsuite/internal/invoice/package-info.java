/** How an invoice is written. */
@NullMarked
package dev.drayage.netsuite.internal.invoice;

import org.jspecify.annotations.NullMarked;
