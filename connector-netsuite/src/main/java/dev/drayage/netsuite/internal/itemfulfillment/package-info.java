/** How item fulfillments are written by transform and read by windows. */
@NullMarked
package dev.drayage.netsuite.internal.itemfulfillment;

import org.jspecify.annotations.NullMarked;
