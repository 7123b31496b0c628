package dev.drayage.threepl.internal.csv;

import java.util.Locale;

/** Columns of a file of stock: one row per place, SKU and lot. */
enum StockColumn implements Column {
    /** The place. */
    WAREHOUSE(Need.OPTIONAL),
    /** The goods. */
    SKU(Need.REQUIRED),
    /** The lot. */
    LOT(Need.OPTIONAL),
    /** The lot's last day. */
    EXPIRY(Need.OPTIONAL),
    /** Units that are there. */
    ON_HAND(Need.ONE_OF),
    /** Units that can be promised. */
    AVAILABLE(Need.ONE_OF),
    /** Units that open orders wait for: checked, and used for nothing. */
    ALLOCATED(Need.OPTIONAL),
    /** Units that are not to be sold. */
    ON_HOLD(Need.OPTIONAL),
    /** When it was counted. */
    AS_OF(Need.OPTIONAL);

    private final Need need;

    StockColumn(Need need) {
        this.need = need;
    }

    @Override
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public Need need() {
        return need;
    }
}
