package dev.drayage.testkit.warehouse;

import java.util.ArrayList;
import java.util.List;

/** One row of a snapshot: an article, or one lot of it. Immutable. */
record StockRow(String sku, Lot lot, int onHand, int available, int allocated, int onHold) {

    /** Spreads what is on hold and spoken for over the lots, those that expire first before the others. */
    static List<StockRow> of(List<StockLevel> levels) {
        List<StockRow> rows = new ArrayList<>();
        for (StockLevel level : levels) {
            int onHold = level.onHold();
            int allocated = Math.min(level.allocated(), level.onHand() - level.onHold());
            for (StockLevel.LotLevel lot : level.lots()) {
                int held = Math.min(onHold, lot.onHand());
                int spokenFor = Math.min(allocated, lot.onHand() - held);
                onHold -= held;
                allocated -= spokenFor;
                rows.add(new StockRow(
                        level.sku(), lot.lot(), lot.onHand(), lot.onHand() - held - spokenFor, spokenFor, held));
            }
        }
        return rows;
    }
}
