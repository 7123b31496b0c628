/** Shipments told to Shopify, one parcel by one call, and read back: fulfillment orders in, fulfillments out. */
@NullMarked
package dev.drayage.shopify.internal.fulfillment;

import org.jspecify.annotations.NullMarked;
