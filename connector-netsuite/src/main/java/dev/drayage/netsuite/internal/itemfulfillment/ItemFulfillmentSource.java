package dev.drayage.netsuite.internal.itemfulfillment;

import dev.drayage.call.CallContext;
import dev.drayage.error.ErrorCode;
import dev.drayage.error.UnavailableException;
import dev.drayage.model.ItemFulfillment;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.netsuite.internal.account.NetSuiteAccount;
import dev.drayage.netsuite.internal.changes.ChangedIds;
import dev.drayage.netsuite.internal.changes.UnseenRecord;
import dev.drayage.netsuite.internal.changes.UtcWindow;
import dev.drayage.netsuite.internal.options.FieldNames;
import dev.drayage.netsuite.internal.options.NetSuiteSchema;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads item fulfillments of sales orders by windows of their last change. A page is one query for internal ids and one each
 * for heads, lines and tracking numbers; only a fulfillment with several tracking numbers is read as a record too, because
 * queries do not tell which package is which. Pages go by internal id, so a record that is changed meanwhile cannot be
 * skipped inside a window. An empty window is believed only if the role may read both records: without the permission, queries
 * answer no rows instead of an error. Thread-safe.
 */
public final class ItemFulfillmentSource implements RecordSource<ItemFulfillment> {
    private static final RecordKind KIND = RecordKind.ITEM_FULFILLMENT;
    private static final Pattern INTERNAL_ID = Pattern.compile("[0-9]{1,18}");
    private static final Duration PRECISION = Duration.ofSeconds(1);
    private static final Duration LONGEST_WINDOW = Duration.ofDays(7);

    private final NetSuiteAccount account;
    private final FulfillmentQueries queries;
    private final FulfillmentReader reader;

    /** A source that reads as the settings say. */
    public ItemFulfillmentSource(NetSuiteAccount account, FieldNames fields, Settings settings) {
        this.account = account;
        this.queries = new FulfillmentQueries(account.queries(), fields, settings);
        this.reader = new FulfillmentReader(
                account.id(),
                settings.get(NetSuiteSchema.ZONE),
                new ParcelReader(new Weight(settings.get(NetSuiteSchema.WEIGHT_UNIT))));
    }

    @Override
    public SourceTraits traits() {
        return SourceTraits.windowed(PRECISION, account.queryLag(), LONGEST_WINDOW);
    }

    @Override
    public Page<ItemFulfillment> read(Slice slice, Optional<Cursor> at, CallContext call) {
        if (!(slice instanceof Slice.Window window)) {
            throw new IllegalArgumentException("item fulfillments are read by windows");
        }
        String after = at.map(Cursor::token).orElse("0");
        if (!after.matches("[0-9]{1,18}")) {
            throw new CursorExpiredException("the cursor of item fulfillments is no internal id");
        }
        ChangedIds.IdPage page = queries.idsIn(UtcWindow.of(window), after, call);
        if (page.ids().isEmpty()) {
            if (at.isEmpty()) {
                account.records().probe(KIND, call);
                account.records().probe(RecordKind.SALES_ORDER, call);
            }
            return Page.last(List.of());
        }
        return new Page<>(changes(page.ids(), call), page.last().map(Cursor::new), Optional.empty());
    }

    private List<Change<ItemFulfillment>> changes(List<String> ids, CallContext call) {
        Map<String, Row> heads = queries.heads(ids, call);
        Map<String, List<Row>> lines = queries.lines(ids, call);
        Map<String, List<Row>> tracking = queries.tracking(ids, call);
        List<Change<ItemFulfillment>> changes = new ArrayList<>();
        for (String id : ids) {
            Row head = heads.get(id);
            changes.add(
                    head == null
                            ? new Change.NotVisible<>(
                                    ref(id), "item fulfillment " + id + " was listed but is not shown")
                            : reader.read(
                                    head,
                                    lines.getOrDefault(id, List.of()),
                                    tracking.getOrDefault(id, List.of()),
                                    () -> packages(id, call)));
        }
        return changes;
    }

    private List<PackageRow> packages(String id, CallContext call) {
        return account.records()
                .read(KIND, id, call)
                .map(PackageRow::of)
                .orElseThrow(() -> new UnavailableException(
                        ErrorCode.SERVICE_FAILURE, "item fulfillment " + id + " was listed and is not shown"));
    }

    @Override
    public Change<ItemFulfillment> fetch(RecordRef ref, CallContext call) {
        if (!INTERNAL_ID.matcher(ref.id()).matches()) {
            return new Change.NotVisible<>(
                    ref, "\"" + ref.id() + "\" is no internal id of an item fulfillment, which is a whole number");
        }
        List<String> ids = List.of(ref.id());
        if (!queries.heads(ids, call).isEmpty()) {
            return changes(ids, call).get(0);
        }
        return UnseenRecord.look(account, KIND, ref.id(), "item fulfillment", ref, call);
    }

    private RecordRef ref(String id) {
        return RecordRef.of(account.id(), RecordType.ITEM_FULFILLMENT, id);
    }
}
