package dev.drayage.threepl.internal.csv;

/** Rows of one shipment follow each other: those that come later would be booked as another version of it. Used by one thread. */
final class ShipmentKeyCheck implements KeyCheck {
    private final ColumnMap.ColumnIndex<ShipmentColumn> index;
    private final SeenKeys seen = new SeenKeys();
    private String current = "";

    ShipmentKeyCheck(ColumnMap.ColumnIndex<ShipmentColumn> index) {
        this.index = index;
    }

    @Override
    public void row(CsvRow row) throws FileFault {
        index.checkVisible(row);
        String number = index.raw(row, ShipmentColumn.SHIPMENT_NO).strip();
        String column = ", column " + index.name(ShipmentColumn.SHIPMENT_NO) + ": ";
        if (number.isEmpty()) {
            throw FileFault.of(
                    "row " + row.number() + column + "is empty, so nobody can tell which shipment the row belongs to");
        }
        if (number.length() > LONGEST) {
            throw FileFault.of("row " + row.number() + column + "has more than " + LONGEST + " characters");
        }
        if (!number.equals(current)) {
            long before = seen.before(number, row.number());
            if (before > 0) {
                throw FileFault.of("row " + row.number() + column + "names the shipment of row " + before
                        + " again, after another one: the rows of a shipment must follow each other");
            }
            current = number;
        }
    }
}
