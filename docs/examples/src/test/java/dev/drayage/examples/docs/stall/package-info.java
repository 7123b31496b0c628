/** A storefront connector of the size of a manual page: a market stall that answers in plain text. */
@NullMarked
package dev.drayage.examples.docs.stall;

import org.jspecify.annotations.NullMarked;
