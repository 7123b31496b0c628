package dev.drayage.netsuite.internal.salesorder;

import dev.drayage.call.CallContext;
import dev.drayage.internal.json.JsonValue;
import dev.drayage.model.OrderEdit;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.netsuite.internal.account.NetSuiteAccount;
import dev.drayage.netsuite.internal.changes.ChangedIds;
import dev.drayage.netsuite.internal.changes.PlausibleQueries;
import dev.drayage.netsuite.internal.changes.UtcWindow;
import dev.drayage.netsuite.internal.options.FieldNames;
import dev.drayage.netsuite.internal.options.NetSuiteSchema;
import dev.drayage.netsuite.internal.record.RecordKind;
import dev.drayage.netsuite.internal.suiteql.SuiteQl;
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
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads sales orders of channels as edits, by windows of the last change of the order: all of them that bear a note of what was
 * agreed on, whether people changed them or not, so that an edit which is taken back is noticed too. Each order is read as a
 * record, which shows every save at once. Thread-safe.
 */
public final class OrderEditSource implements RecordSource<OrderEdit> {
    private static final Pattern INTERNAL_ID = Pattern.compile("[0-9]{1,18}");
    private static final Duration PRECISION = Duration.ofSeconds(1);
    private static final Duration LONGEST_WINDOW = Duration.ofDays(7);

    private final NetSuiteAccount account;
    private final ChangedIds changed;
    private final OrderEditReader reader;

    /** A source that knows edited orders by the field {@code linesField}. */
    public OrderEditSource(NetSuiteAccount account, FieldNames fields, String linesField, Settings settings) {
        this.account = account;
        int pageSize = settings.get(NetSuiteSchema.PAGE_SIZE);
        this.changed = new ChangedIds(
                new PlausibleQueries(account.queries(), pageSize, "sales orders"),
                SuiteQl.of(OrderEditSource.class, "channel-orders-in-window")
                        .field("lines", linesField)
                        .rows("page", pageSize),
                List.of(),
                pageSize);
        this.reader = new OrderEditReader(account, fields, linesField);
    }

    @Override
    public SourceTraits traits() {
        return SourceTraits.windowed(PRECISION, account.queryLag(), LONGEST_WINDOW);
    }

    @Override
    public Page<OrderEdit> read(Slice slice, Optional<Cursor> at, CallContext call) {
        if (!(slice instanceof Slice.Window window)) {
            throw new IllegalArgumentException("edits of orders are read by windows");
        }
        String after = at.map(Cursor::token).orElse("0");
        if (!INTERNAL_ID.matcher(after).matches()) {
            throw new CursorExpiredException("the cursor of edits is no internal id");
        }
        ChangedIds.IdPage page = changed.next(UtcWindow.of(window), after, call);
        List<Change<OrderEdit>> changes = new ArrayList<>();
        for (String id : page.ids()) {
            changes.add(fetch(ref(id), call));
        }
        if (changes.isEmpty() && at.isEmpty()) {
            account.records().probe(RecordKind.SALES_ORDER, call);
        }
        return new Page<>(changes, page.last().map(Cursor::new), Optional.empty());
    }

    @Override
    public Change<OrderEdit> fetch(RecordRef ref, CallContext call) {
        if (!INTERNAL_ID.matcher(ref.id()).matches()) {
            return new Change.NotVisible<>(ref, "\"" + ref.id() + "\" is not the internal id of a sales order");
        }
        Optional<JsonValue> order = account.records().read(RecordKind.SALES_ORDER, ref.id(), call);
        return order.isPresent() ? reader.read(ref, order.get(), call) : new Change.Gone<>(ref);
    }

    private RecordRef ref(String id) {
        return RecordRef.of(account.id(), RecordType.ORDER_EDIT, id);
    }
}
