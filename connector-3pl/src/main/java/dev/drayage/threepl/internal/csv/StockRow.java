package dev.drayage.threepl.internal.csv;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** One row of a count that was understood. */
record StockRow(
        String warehouse,
        String sku,
        String lot,
        Optional<LocalDate> expiry,
        Optional<BigDecimal> onHand,
        Optional<BigDecimal> available,
        Optional<BigDecimal> onHold,
        Optional<Instant> asOf) {

    static StockRow of(Fields<StockColumn> fields) throws RowFault {
        StockRow row = new StockRow(
                fields.text(StockColumn.WAREHOUSE),
                fields.required(StockColumn.SKU),
                fields.text(StockColumn.LOT),
                fields.day(StockColumn.EXPIRY),
                fields.units(StockColumn.ON_HAND),
                fields.units(StockColumn.AVAILABLE),
                fields.units(StockColumn.ON_HOLD),
                fields.time(StockColumn.AS_OF));
        fields.check(StockColumn.ALLOCATED);
        return row;
    }

    /** The same place and SKU with the units of another lot. */
    StockRow plus(StockRow other) throws RowFault {
        if (!asOf.equals(other.asOf)) {
            throw new RowFault("SKU " + sku + ": its rows name more than one time of the count");
        }
        return new StockRow(
                warehouse,
                sku,
                "",
                Optional.empty(),
                sum(onHand, other.onHand),
                sum(available, other.available),
                sum(onHold, other.onHold),
                asOf);
    }

    private static Optional<BigDecimal> sum(Optional<BigDecimal> a, Optional<BigDecimal> b) {
        return a.isPresent() && b.isPresent() ? Optional.of(a.get().add(b.get())) : Optional.empty();
    }

    StockRow withoutLot() {
        return new StockRow(warehouse, sku, "", Optional.empty(), onHand, available, onHold, asOf);
    }
}
