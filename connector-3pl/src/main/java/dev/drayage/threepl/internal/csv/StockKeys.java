package dev.drayage.threepl.internal.csv;

import dev.drayage.threepl.StockLots;

/** What a row of stock is about: {@code place/sku}, and {@code /lot} where lots are told apart. Immutable. */
final class StockKeys {
    private final ColumnMap.ColumnIndex<StockColumn> index;
    private final StockRules rules;

    StockKeys(ColumnMap.ColumnIndex<StockColumn> index, StockRules rules) {
        this.index = index;
        this.rules = rules;
    }

    /** The id of the record that the row tells of, alone or with others. */
    String record(CsvRow row) {
        return rules.lots() == StockLots.APART ? single(row) : item(row);
    }

    /** What no two rows may be about. */
    String single(CsvRow row) {
        String lot = text(row, StockColumn.LOT);
        return lot.isEmpty() ? item(row) : item(row) + "/" + lot;
    }

    private String item(CsvRow row) {
        return rules.place(text(row, StockColumn.WAREHOUSE)) + "/" + text(row, StockColumn.SKU);
    }

    private String text(CsvRow row, StockColumn column) {
        return index.raw(row, column).strip();
    }
}
