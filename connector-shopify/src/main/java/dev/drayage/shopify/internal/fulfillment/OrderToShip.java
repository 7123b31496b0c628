package dev.drayage.shopify.internal.fulfillment;

import java.util.List;

/**
 * What is to be shipped of an order. Immutable.
 *
 * @param number number of the order
 * @param cancelled whether the order was cancelled at Shopify
 * @param parts by location and state
 */
record OrderToShip(String number, boolean cancelled, List<FulfillmentOrder> parts) {
    OrderToShip {
        parts = List.copyOf(parts);
    }
}
