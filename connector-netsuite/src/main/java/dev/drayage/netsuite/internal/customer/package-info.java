/** How a customer is written. */
@NullMarked
package dev.drayage.netsuite.internal.customer;

import org.jspecify.annotations.NullMarked;
