package dev.drayage.threepl.internal.csv;

/** A place, SKU and lot is counted once in a file, and lots that are added up follow each other. Used by one thread. */
final class StockKeyCheck implements KeyCheck {
    private final ColumnMap.ColumnIndex<StockColumn> index;
    private final StockKeys keys;
    private final SeenKeys seen = new SeenKeys();
    private String current = "";

    StockKeyCheck(ColumnMap.ColumnIndex<StockColumn> index, StockRules rules) {
        this.index = index;
        this.keys = new StockKeys(index, rules);
    }

    @Override
    public void row(CsvRow row) throws FileFault {
        index.checkVisible(row);
        String column = ", column " + index.name(StockColumn.SKU) + ": ";
        if (index.raw(row, StockColumn.SKU).isBlank()) {
            throw FileFault.of("row " + row.number() + column + "is empty, so nobody can tell what was counted");
        }
        if (index.has(StockColumn.WAREHOUSE)
                && index.raw(row, StockColumn.WAREHOUSE).isBlank()) {
            throw FileFault.of("row " + row.number() + ", column " + index.name(StockColumn.WAREHOUSE)
                    + ": is empty, so nobody can tell where it was counted");
        }
        String single = keys.single(row);
        if (single.length() > LONGEST) {
            throw FileFault.of(
                    "row " + row.number() + column + "has, with place and lot, more than " + LONGEST + " characters");
        }
        once(row, "single " + single, "is counted in row %d too: which count is true?");
        String record = keys.record(row);
        if (!record.equals(current)) {
            once(row, "record " + record, "has lots in row %d too, before another SKU: they must follow each other");
            current = record;
        }
    }

    private void once(CsvRow row, String key, String problem) throws FileFault {
        long before = seen.before(key, row.number());
        if (before > 0) {
            throw FileFault.of("row " + row.number() + ", column " + index.name(StockColumn.SKU) + ": "
                    + problem.replace("%d", Long.toString(before)));
        }
    }
}
