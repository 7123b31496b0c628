package dev.drayage.netsuite.internal.warehouseorder;

import dev.drayage.call.CallContext;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.model.WarehouseOrder;
import dev.drayage.netsuite.internal.account.NetSuiteAccount;
import dev.drayage.netsuite.internal.changes.ChangedIds;
import dev.drayage.netsuite.internal.changes.UnseenRecord;
import dev.drayage.netsuite.internal.changes.UtcWindow;
import dev.drayage.netsuite.internal.options.FieldNames;
import dev.drayage.netsuite.internal.options.NetSuiteSchema;
import dev.drayage.netsuite.internal.options.SpecialItems;
import dev.drayage.netsuite.internal.record.RecordKind;
import dev.drayage.netsuite.internal.suiteql.Row;
import dev.drayage.settings.Settings;
import dev.drayage.spi.Change;
import dev.drayage.spi.Cursor;
import dev.drayage.spi.CursorExpiredException;
import dev.drayage.spi.Page;
import dev.drayage.spi.RecordSource;
import dev.drayage.spi.SettledRecord;
import dev.drayage.spi.Slice;
import dev.drayage.spi.SourceTraits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads every sales order, or every item fulfillment of one, that changed in a window, whatever its status and locations:
 * that a line is moved away, an order cancelled or a fulfillment unpacked shows only on the record as it is now. Thread-safe.
 */
public final class WarehouseOrderSource implements RecordSource<WarehouseOrder> {
    private static final Pattern INTERNAL_ID = Pattern.compile("[0-9]{1,18}");
    private static final Duration PRECISION = Duration.ofSeconds(1);
    private static final Duration LONGEST_WINDOW = Duration.ofDays(7);

    private final NetSuiteAccount account;
    private final ReleasedRecord unit;
    private final WarehouseOrderQueries queries;
    private final WarehouseOrderReader reader;
    private final ToldOrders told;

    /** A source that reads as the settings say and keeps as what an order was {@code told}. */
    public WarehouseOrderSource(NetSuiteAccount account, FieldNames fields, ToldOrders told, Settings settings) {
        this.account = account;
        this.told = told;
        this.unit = ReleasedRecord.of(settings.get(NetSuiteSchema.RELEASE_UNIT));
        this.queries = WarehouseOrderQueries.of(unit, account.queries(), fields, settings);
        this.reader = new WarehouseOrderReader(
                unit,
                new HashSet<>(settings.get(NetSuiteSchema.RELEASE_LOCATIONS)),
                new HashSet<>(SpecialItems.of(settings).given().values()));
    }

    @Override
    public SourceTraits traits() {
        return SourceTraits.windowed(PRECISION, account.queryLag(), LONGEST_WINDOW);
    }

    @Override
    public Page<WarehouseOrder> read(Slice slice, Optional<Cursor> at, CallContext call) {
        if (!(slice instanceof Slice.Window window)) {
            throw new IllegalArgumentException("warehouse orders are read by windows");
        }
        String after = at.map(Cursor::token).orElse("0");
        if (!INTERNAL_ID.matcher(after).matches()) {
            throw new CursorExpiredException("the cursor of warehouse orders is no internal id");
        }
        ChangedIds.IdPage page = queries.idsIn(UtcWindow.of(window), after, call);
        if (page.ids().isEmpty()) {
            if (at.isEmpty()) {
                EnumSet.of(unit.kind(), RecordKind.SALES_ORDER)
                        .forEach(kind -> account.records().probe(kind, call));
            }
            return Page.last(List.of());
        }
        return new Page<>(changes(page.ids(), call), page.last().map(Cursor::new), Optional.empty());
    }

    private List<Change<WarehouseOrder>> changes(List<String> ids, CallContext call) {
        Map<String, Row> heads = queries.heads(ids, call);
        Map<String, List<Row>> goods = queries.goods(ids, call);
        List<Change<WarehouseOrder>> changes = new ArrayList<>();
        for (String id : ids) {
            Row head = heads.get(id);
            changes.add(
                    head == null
                            ? new Change.NotVisible<>(ref(id), unit.word() + " " + id + " was listed but is not shown")
                            : reader.read(
                                    ref(id),
                                    head,
                                    goods.getOrDefault(id, List.of()),
                                    (kind, record) -> account.records().read(kind, record, call)));
        }
        return changes;
    }

    @Override
    public Change<WarehouseOrder> fetch(RecordRef ref, CallContext call) {
        Optional<String> id = unit.internalId(ref.id());
        if (id.isEmpty()) {
            return new Change.NotVisible<>(
                    ref, "\"" + ref.id() + "\" is not the id of a " + unit.word() + ": " + unit.refId("<internal id>"));
        }
        List<String> ids = List.of(id.get());
        if (!queries.heads(ids, call).isEmpty()) {
            return changes(ids, call).get(0);
        }
        return UnseenRecord.look(account, unit.kind(), id.get(), unit.word(), ref, call);
    }

    /** Keeps as what orders were told; one that waits is still known as before, of one that is parked nobody can say. */
    @Override
    public void acknowledge(List<SettledRecord> settled, CallContext call) {
        for (SettledRecord record : settled) {
            switch (record.ending()) {
                case SETTLED ->
                    OrderRevision.contentDigest(record.revision())
                            .ifPresentOrElse(
                                    digest -> told.told(record.ref(), digest), () -> told.forget(record.ref()));
                case PARKED -> told.forget(record.ref());
                case WAITING -> {}
            }
        }
    }

    private RecordRef ref(String id) {
        return RecordRef.of(account.id(), RecordType.WAREHOUSE_ORDER, unit.refId(id));
    }
}
