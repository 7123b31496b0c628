package dev.drayage.netsuite.internal.inventory;

import java.math.BigDecimal;

/**
 * What the books held of an item at a location at the instant of a count. NetSuite keeps the day on which goods moved, not the
 * hour, so of what moved on the day of the count nobody knows whether it was before or after: the books are right if the
 * count lies anywhere between. Immutable.
 *
 * @param least units held if of that day's movements only those out were before the count
 * @param most units held if only those in were
 */
record StockRange(BigDecimal least, BigDecimal most) {
    /** What has to be added to the books so that the count fits; zero if it does. */
    BigDecimal difference(BigDecimal counted) {
        if (counted.compareTo(least) < 0) {
            return counted.subtract(least);
        }
        return counted.compareTo(most) > 0 ? counted.subtract(most) : BigDecimal.ZERO;
    }

    /** Both ends, or the one number, for people. */
    String text() {
        String low = least.stripTrailingZeros().toPlainString();
        String high = most.stripTrailingZeros().toPlainString();
        return low.equals(high) ? low : low + " to " + high;
    }
}
