/** How payments and deposits of customers are written. */
@NullMarked
package dev.drayage.netsuite.internal.payment;

import org.jspecify.annotations.NullMarked;
