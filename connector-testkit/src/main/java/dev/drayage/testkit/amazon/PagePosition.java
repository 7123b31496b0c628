package dev.drayage.testkit.amazon;

import java.time.Instant;

/**
 * Where a page begins: after the order with this time and id.
 *
 * @param time time that the query sorts by
 * @param orderId order id, which settles equal times
 */
record PagePosition(Instant time, String orderId) implements Comparable<PagePosition> {
    static final PagePosition START = new PagePosition(Instant.EPOCH, "");

    @Override
    public int compareTo(PagePosition other) {
        int byTime = time.compareTo(other.time);
        return byTime != 0 ? byTime : orderId.compareTo(other.orderId);
    }
}
