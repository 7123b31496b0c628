package dev.drayage.threepl.internal.csv;

import dev.drayage.call.TimeSource;
import dev.drayage.model.InventoryLevel;
import dev.drayage.model.ItemFulfillment;
import dev.drayage.model.RecordType;
import dev.drayage.threepl.CsvDocument;
import dev.drayage.threepl.internal.documents.Documents;
import dev.drayage.threepl.internal.documents.FileFormat;
import dev.drayage.threepl.internal.exchange.InboundFile;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A warehouse's files of shipments and of stock. A file is read twice: once to see that it hangs together, with nothing kept
 * but hashes of its keys, and then to hand its records out. Thread-safe.
 */
public final class CsvFileFormat implements FileFormat {
    /** The kinds of record that such files tell of. */
    public static final Set<RecordType<?>> TYPES = Set.of(RecordType.ITEM_FULFILLMENT, RecordType.INVENTORY_LEVEL);

    private final CsvLayout layout;
    private final Set<CsvDocument> wanted;
    private final ColumnMap<ShipmentColumn> shipmentColumns;
    private final ColumnMap<StockColumn> stockColumns;
    private final FileNames shipmentFiles;
    private final FileNames stockFiles;
    private final ShipmentRules shipmentRules;
    private final StockRules stockRules;
    private final TimeSource time;

    /** Who fetches many records one by one mostly fetches them from one file. */
    private @Nullable Opened last;

    private record Opened(InboundFile file, CsvDocuments documents) {}

    /**
     * The format of an account's files.
     *
     * @param wanted what is taken; other files are put away
     */
    public CsvFileFormat(
            CsvLayout layout, Set<CsvDocument> wanted, ShipmentRules shipments, StockRules stock, TimeSource time) {
        this.layout = layout;
        this.wanted = Set.copyOf(wanted);
        this.shipmentColumns = ColumnMap.shipments(shipments.columns(), layout.headings());
        this.stockColumns = ColumnMap.stock(stock.columns(), layout.headings());
        this.shipmentFiles = new FileNames(shipments.files());
        this.stockFiles = new FileNames(stock.files());
        this.shipmentRules = shipments;
        this.stockRules = stock;
        this.time = time;
    }

    @Override
    public Set<RecordType<?>> types() {
        return TYPES;
    }

    @Override
    public synchronized Documents open(InboundFile file) {
        if (last == null || !last.file().equals(file)) {
            last = new Opened(file, check(file));
        }
        return last.documents();
    }

    private CsvDocuments check(InboundFile file) {
        Instant now = time.instant();
        CheckedFile checked =
                new CheckedFile(file.name(), file.content(), file.modified().isAfter(now) ? now : file.modified());
        try (CsvRows rows = CsvRows.open(file.content(), layout)) {
            return document(file.name(), rows) == CsvDocument.SHIPMENTS
                    ? shipments(checked, rows)
                    : stock(checked, rows, now);
        } catch (FileFault e) {
            return CsvDocuments.refused(file.name(), e);
        }
    }

    private CsvDocument document(String name, CsvRows rows) throws FileFault {
        if (rows.heading().isEmpty()) {
            boolean shipments = shipmentFiles.contain(name);
            if (shipments == stockFiles.contain(name)) {
                throw FileFault.of("has a name that fits " + (shipments ? "both" : "neither")
                        + " shipments.files and stock.files");
            }
            return shipments ? CsvDocument.SHIPMENTS : CsvDocument.STOCK;
        }
        List<String> heading = rows.heading().get().fields();
        if (heading.stream().anyMatch(field -> field.chars().anyMatch(ColumnMap.ColumnIndex::isInvisible))) {
            throw FileFault.of("has an invisible character in its heading row");
        }
        List<String> noShipments = shipmentColumns.missing(heading);
        List<String> noStock = stockColumns.missing(heading);
        if (noShipments.isEmpty() == noStock.isEmpty()) {
            throw FileFault.of(
                    noStock.isEmpty()
                            ? "has a heading row that fits shipments and stock"
                            : "has a heading row that is none: shipments lack " + String.join(", ", noShipments)
                                    + "; stock lacks " + String.join(", ", noStock));
        }
        return noShipments.isEmpty() ? CsvDocument.SHIPMENTS : CsvDocument.STOCK;
    }

    private CsvDocuments shipments(CheckedFile file, CsvRows rows) throws FileFault {
        ColumnMap.ColumnIndex<ShipmentColumn> index = index(shipmentColumns, rows);
        if (!check(rows, new ShipmentKeyCheck(index)) || !wanted.contains(CsvDocument.SHIPMENTS)) {
            return CsvDocuments.nothing();
        }
        return CsvDocuments.<ItemFulfillment>of(
                RecordType.ITEM_FULFILLMENT, () -> new ShipmentReading(file, index, layout, shipmentRules));
    }

    private CsvDocuments stock(CheckedFile file, CsvRows rows, Instant now) throws FileFault {
        ColumnMap.ColumnIndex<StockColumn> index = index(stockColumns, rows);
        if (!check(rows, new StockKeyCheck(index, stockRules)) || !wanted.contains(CsvDocument.STOCK)) {
            return CsvDocuments.nothing();
        }
        return CsvDocuments.<InventoryLevel>of(
                RecordType.INVENTORY_LEVEL, () -> new StockReading(file, index, layout, stockRules, now));
    }

    private static <C extends Enum<C> & Column> ColumnMap.ColumnIndex<C> index(ColumnMap<C> columns, CsvRows rows)
            throws FileFault {
        return rows.heading().isPresent()
                ? columns.in(rows.heading().get().fields())
                : columns.byPosition(rows.width());
    }

    /** Looks at every row; tells whether there is one. */
    private static boolean check(CsvRows rows, KeyCheck check) throws FileFault {
        Optional<CsvRow> row = rows.next();
        while (row.isPresent()) {
            check.row(row.get());
            row = rows.next();
        }
        return rows.count() > 0;
    }
}
