package dev.drayage.netsuite.internal.inventory;

import java.math.BigDecimal;

/**
 * What the books say of an item at a location as of a count. Immutable.
 *
 * @param units units held at the instant of the count
 * @param countedLater whether the books were corrected by a later count: the older one has nothing to say any more
 */
record HeldStock(StockRange units, boolean countedLater) {
    /** What a place holds of which the account knows nothing. */
    static final HeldStock NOTHING = new HeldStock(new StockRange(BigDecimal.ZERO, BigDecimal.ZERO), false);

    /** What has to be added to the books so that the count fits; zero if it does. */
    BigDecimal difference(BigDecimal counted) {
        return countedLater ? BigDecimal.ZERO : units.difference(counted);
    }
}
