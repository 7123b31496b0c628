package dev.drayage.threepl.internal.csv;

import dev.drayage.model.ContentDigest;
import dev.drayage.model.InventoryLevel;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.spi.Change;
import dev.drayage.threepl.StockLots;
import dev.drayage.threepl.internal.documents.Reading;
import java.time.Instant;
import java.util.Optional;

/**
 * The counts of a file that was checked. A row that cannot be understood spoils the count of its own SKU only; what the file
 * does not name is not told to be zero. Not thread-safe.
 */
final class StockReading implements Reading<InventoryLevel> {
    private final CheckedFile file;
    private final ColumnMap.ColumnIndex<StockColumn> index;
    private final Notation notation;
    private final StockRules rules;
    private final StockKeys keys;
    private final Instant now;
    private final CsvRows rows;
    private Optional<CsvRow> ahead;

    StockReading(
            CheckedFile file,
            ColumnMap.ColumnIndex<StockColumn> index,
            CsvLayout layout,
            StockRules rules,
            Instant now) {
        this.file = file;
        this.index = index;
        this.notation = layout.notation();
        this.rules = rules;
        this.keys = new StockKeys(index, rules);
        this.now = now;
        this.rows = file.open(layout);
        this.ahead = file.next(rows);
    }

    @Override
    public Optional<Change<InventoryLevel>> next() {
        if (ahead.isEmpty()) {
            return Optional.empty();
        }
        String id = keys.record(ahead.get());
        Optional<StockRow> sum = Optional.empty();
        Optional<RowFault> fault = Optional.empty();
        while (ahead.isPresent() && keys.record(ahead.get()).equals(id)) {
            try {
                StockRow row = StockRow.of(new Fields<>(ahead.get(), index, notation));
                sum = Optional.of(sum.isPresent() ? sum.get().plus(row) : row);
            } catch (RowFault e) {
                fault = fault.or(() -> Optional.of(e));
            }
            ahead = file.next(rows);
        }
        RecordRef ref = RecordRef.of(rules.account(), RecordType.INVENTORY_LEVEL, id);
        Optional<StockRow> told = sum;
        return Optional.of(fault.map(because -> file.<InventoryLevel>unreadable(ref, because))
                .orElseGet(() -> present(ref, told.orElseThrow())));
    }

    private Change<InventoryLevel> present(RecordRef ref, StockRow told) {
        StockRow row = rules.lots() == StockLots.SUMMED ? told.withoutLot() : told;
        // a clock that is ahead must not make this count newer than the ones to come
        Instant at =
                row.asOf().filter(time -> !time.isAfter(now)).orElse(row.asOf().isPresent() ? now : file.modified());
        InventoryLevel level = InventoryLevel.builder()
                .ref(ref)
                .sku(row.sku())
                .location(present(row.warehouse()))
                .lot(present(row.lot()))
                .expiresOn(row.expiry())
                .countedAt(at)
                .onHand(row.onHand())
                .available(row.available())
                .onHold(row.onHold())
                .build();
        return new Change.Present<>(level, ContentDigest.of(level), Optional.empty(), at, Optional.empty());
    }

    private static Optional<String> present(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    @Override
    public void close() {
        rows.close();
    }
}
