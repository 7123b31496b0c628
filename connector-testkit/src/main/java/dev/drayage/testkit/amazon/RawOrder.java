package dev.drayage.testkit.amazon;

import java.time.Instant;

/**
 * An order whose text the test wrote by hand: answered as it is, passes every filter but the times.
 *
 * @param orderId id under which {@code getOrder} finds it
 * @param createdTime creation as the search sees it
 * @param lastUpdatedTime last change as the search sees it
 * @param json text put in place of the order, not looked at
 */
record RawOrder(String orderId, Instant createdTime, Instant lastUpdatedTime, String json) implements ListedOrder {}
