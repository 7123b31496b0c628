package dev.drayage.sync;

import java.math.BigDecimal;
import java.time.Duration;

/**
 * What becomes of a difference between what a warehouse counted and what the ERP holds. Immutable.
 *
 * @param quantity which of the warehouse's numbers is compared with the ERP's quantity on hand
 * @param largestDifference the largest difference, in units, that is corrected without a person; a larger one is parked
 * @param settle how long after a count the difference is taken, so that what left before the count is booked first
 */
public record StockPolicy(Quantity quantity, BigDecimal largestDifference, Duration settle) {
    /** Which of the warehouse's numbers. */
    public enum Quantity {
        /** All that is there. */
        ON_HAND,
        /** What can be promised. */
        AVAILABLE
    }

    public StockPolicy {
        if (largestDifference.signum() < 0) {
            throw new IllegalArgumentException("StockPolicy.largestDifference must not be below zero");
        }
        if (settle.isNegative()) {
            throw new IllegalArgumentException("StockPolicy.settle must not be below zero");
        }
    }

    /** Every difference is parked for a person; taken two hours after the count. */
    public static StockPolicy reporting() {
        return new StockPolicy(Quantity.ON_HAND, BigDecimal.ZERO, Duration.ofHours(2));
    }

    /** Differences up to so many units are corrected; larger ones are parked; taken two hours after the count. */
    public static StockPolicy adjustingUpTo(long units) {
        return new StockPolicy(Quantity.ON_HAND, BigDecimal.valueOf(units), Duration.ofHours(2));
    }

    /** The same, compared by another of the warehouse's numbers. */
    public StockPolicy comparing(Quantity other) {
        return new StockPolicy(other, largestDifference, settle);
    }

    /** The same, taken so long after the count. */
    public StockPolicy settlingFor(Duration other) {
        return new StockPolicy(quantity, largestDifference, other);
    }
}
