package dev.drayage.netsuite.internal.warehouseorder;

import dev.drayage.call.CallContext;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.model.WarehouseOrder;
import dev.drayage.netsuite.internal.account.NetSuiteAccount;
import dev.drayage.netsuite.internal.changes.ChangedIds;
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
import dev.drayage.spi.Slice;
import dev.drayage.spi.SourceTraits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads every sales order that changed in a window, whatever its status and locations: that a line is moved away, or an order
 * cancelled, shows only on the order as it is now. Thread-safe.
 */
public final class WarehouseOrderSource implements RecordSource<WarehouseOrder> {
    private static final Pattern INTERNAL_ID = Pattern.compile("[0-9]{1,18}");
    private static final Duration PRECISION = Duration.ofSeconds(1);
    private static final Duration LONGEST_WINDOW = Duration.ofDays(7);

    private final NetSuiteAccount account;
    private final WarehouseOrderQueries queries;
    private final WarehouseOrderReader reader;

    /** A source that reads as the settings say. */
    public WarehouseOrderSource(NetSuiteAccount account, FieldNames fields, Settings settings) {
        this.account = account;
        this.queries = new WarehouseOrderQueries(account.queries(), fields, settings);
        this.reader = new WarehouseOrderReader(
                account.id(),
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
                account.records().probe(RecordKind.SALES_ORDER, call);
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
                            ? new Change.NotVisible<>(ref(id), "sales order " + id + " was listed but is not shown")
                            : reader.read(
                                    head,
                                    goods.getOrDefault(id, List.of()),
                                    () -> account.records().read(RecordKind.SALES_ORDER, id, call)));
        }
        return changes;
    }

    @Override
    public Change<WarehouseOrder> fetch(RecordRef ref, CallContext call) {
        if (!INTERNAL_ID.matcher(ref.id()).matches()) {
            return new Change.NotVisible<>(
                    ref, "\"" + ref.id() + "\" is no internal id of a sales order, which is a whole number");
        }
        List<String> ids = List.of(ref.id());
        if (!queries.heads(ids, call).isEmpty()) {
            return changes(ids, call).get(0);
        }
        return account.records().read(RecordKind.SALES_ORDER, ref.id(), call).isPresent()
                ? new Change.NotVisible<>(ref, "queries do not show sales order " + ref.id() + " (yet)")
                : new Change.Gone<>(ref);
    }

    private RecordRef ref(String id) {
        return RecordRef.of(account.id(), RecordType.WAREHOUSE_ORDER, id);
    }
}
