package dev.drayage.threepl.internal.csv;

import dev.drayage.model.ContentDigest;
import dev.drayage.model.ItemFulfillment;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.spi.Change;
import dev.drayage.threepl.internal.documents.Reading;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The shipments of a file that was checked, each from the rows that follow each other under its number. A row that cannot be
 * understood spoils its own shipment only. Not thread-safe.
 */
final class ShipmentReading implements Reading<ItemFulfillment> {
    /** Rows of one shipment are held in memory together. */
    private static final int MOST_ROWS = 10_000;

    private final CheckedFile file;
    private final ColumnMap.ColumnIndex<ShipmentColumn> index;
    private final Notation notation;
    private final ShipmentRules rules;
    private final ShipmentAssembly assembly;
    private final CsvRows rows;
    private Optional<CsvRow> ahead;

    ShipmentReading(
            CheckedFile file, ColumnMap.ColumnIndex<ShipmentColumn> index, CsvLayout layout, ShipmentRules rules) {
        this.file = file;
        this.index = index;
        this.notation = layout.notation();
        this.rules = rules;
        this.assembly = new ShipmentAssembly(rules);
        this.rows = file.open(layout);
        this.ahead = file.next(rows);
    }

    @Override
    public Optional<Change<ItemFulfillment>> next() {
        if (ahead.isEmpty()) {
            return Optional.empty();
        }
        String id = number(ahead.get());
        List<ShipmentRow> understood = new ArrayList<>();
        Map<List<String>, Long> seen = new HashMap<>();
        Optional<RowFault> fault = Optional.empty();
        while (ahead.isPresent() && number(ahead.get()).equals(id)) {
            if (fault.isEmpty()) {
                fault = take(ahead.get(), understood, seen);
            }
            ahead = file.next(rows);
        }
        RecordRef ref = RecordRef.of(rules.account(), RecordType.ITEM_FULFILLMENT, id);
        return Optional.of(fault.map(because -> file.<ItemFulfillment>unreadable(ref, because))
                .orElseGet(() -> present(ref, understood)));
    }

    private Optional<RowFault> take(CsvRow row, List<ShipmentRow> understood, Map<List<String>, Long> seen) {
        try {
            Long before = seen.putIfAbsent(row.fields(), row.number());
            if (before != null) {
                throw new RowFault("row " + row.number() + " repeats row " + before
                        + ": where both are meant, they must differ in a column");
            }
            if (seen.size() > MOST_ROWS) {
                throw new RowFault(
                        "row " + row.number() + " is one more than the " + MOST_ROWS + " that a shipment may have");
            }
            understood.add(ShipmentRow.of(new Fields<>(row, index, notation)));
            return Optional.empty();
        } catch (RowFault e) {
            return Optional.of(e);
        }
    }

    private Change<ItemFulfillment> present(RecordRef ref, List<ShipmentRow> understood) {
        try {
            ItemFulfillment shipment = assembly.shipment(ref, understood);
            return new Change.Present<>(
                    shipment, ContentDigest.of(shipment), Optional.empty(), file.modified(), Optional.empty());
        } catch (RowFault e) {
            return file.unreadable(ref, e);
        }
    }

    private String number(CsvRow row) {
        return index.raw(row, ShipmentColumn.SHIPMENT_NO).strip();
    }

    @Override
    public void close() {
        rows.close();
    }
}
