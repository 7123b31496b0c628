/** How payments and deposits of customers are written and read. */
@NullMarked
package dev.drayage.netsuite.internal.payment;

import org.jspecify.annotations.NullMarked;
