package dev.drayage.shopify.internal.refunds;

import dev.drayage.call.CallContext;
import dev.drayage.error.DefectException;
import dev.drayage.internal.json.JsonValue;
import dev.drayage.model.AccountId;
import dev.drayage.model.RecordRef;
import dev.drayage.model.Refund;
import dev.drayage.settings.Settings;
import dev.drayage.shopify.internal.api.Gid;
import dev.drayage.shopify.internal.api.PageCursor;
import dev.drayage.shopify.internal.api.Pages;
import dev.drayage.shopify.internal.api.SearchFilter;
import dev.drayage.shopify.internal.api.ShopifyApi;
import dev.drayage.shopify.internal.api.Variables;
import dev.drayage.shopify.internal.documents.Documents;
import dev.drayage.spi.Change;
import dev.drayage.spi.Cursor;
import dev.drayage.spi.Page;
import dev.drayage.spi.RecordSource;
import dev.drayage.spi.Slice;
import dev.drayage.spi.SourceTraits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads refunds by the orders that changed, because no list goes by the refunds' own change: a refund changes its order, and so does
 * money that settles later. A refund of an order that changed for another reason keeps its revision, so that the engine passes it by.
 * Thread-safe.
 */
public final class RefundSource implements RecordSource<Refund> {
    private static final String ORDERS = "orders";
    /** Shopify counts change instants in seconds. */
    private static final Duration PRECISION = Duration.ofSeconds(1);

    private static final Duration LONGEST_WINDOW = Duration.ofDays(31);

    private final ShopifyApi api;
    private final RefundOptions options;
    private final RefundReading reading;
    private final RefundTranslation translation;

    /** Refunds of one shop. */
    public RefundSource(ShopifyApi api, AccountId account, Settings settings) {
        this(api, account, RefundOptions.of(settings));
    }

    RefundSource(ShopifyApi api, AccountId account, RefundOptions options) {
        this.api = api;
        this.options = options;
        this.reading = new RefundReading(api);
        this.translation = new RefundTranslation(account, options.basis());
    }

    @Override
    public SourceTraits traits() {
        return SourceTraits.windowed(PRECISION, options.lag(), LONGEST_WINDOW);
    }

    @Override
    public Page<Refund> read(Slice slice, Optional<Cursor> at, CallContext call) {
        if (!(slice instanceof Slice.Window window)) {
            throw new IllegalArgumentException("refunds are read by windows of change time");
        }
        Optional<PageCursor> here = at.map(cursor -> PageCursor.of(cursor, options.version()));
        JsonValue orders = orders(window, here, call);
        List<Change<Refund>> changes = new ArrayList<>();
        for (JsonValue order : Pages.nodes(orders)) {
            changes.addAll(changes(RefundReading.ids(order), call));
        }
        Optional<Cursor> next = Pages.next(orders)
                .map(after -> new PageCursor(ORDERS, options.version(), Optional.of(after)).toCursor());
        return new Page<>(changes, next, Optional.empty());
    }

    private JsonValue orders(Slice.Window window, Optional<PageCursor> here, CallContext call) {
        SearchFilter filter =
                SearchFilter.all().from("updated_at", window.from()).before("updated_at", window.to());
        Variables variables = Variables.none()
                .with("query", (options.tests() ? filter : filter.is("test", false)).toString())
                .with("first", options.pageSize())
                .with("after", here.flatMap(PageCursor::after));
        try {
            return api.execute(Documents.REFUNDS_UPDATED, variables, call)
                    .root()
                    .required();
        } catch (DefectException e) {
            if (here.isPresent()) {
                throw here.get().expired(e.describe());
            }
            throw e;
        }
    }

    private List<Change<Refund>> changes(List<String> ids, CallContext call) {
        if (ids.isEmpty()) {
            return List.of();
        }
        try {
            RefundedOrder order = reading.read(ids, call);
            return order.refunds().stream()
                    .map(refund -> translation.change(refund, order))
                    .toList();
        } catch (UnreadableRefund e) {
            return ids.stream()
                    .flatMap(id -> Gid.parse(id).stream())
                    .map(gid -> RefundTranslation.unreadable(translation.ref(gid.key()), "", e.code(), e.why()))
                    .toList();
        }
    }

    /** {@inheritDoc} A refund is never deleted, but its order may be, or be too old for the app; both look alike. */
    @Override
    public Change<Refund> fetch(RecordRef ref, CallContext call) {
        Gid gid = new Gid("Refund", ref.id());
        if (!Gid.is("Refund", gid.toString())) {
            return new Change.NotVisible<>(ref, "refund " + ref.id() + " is no number of a refund at Shopify");
        }
        Optional<JsonValue> order = reading.order(gid.toString(), call);
        if (order.isEmpty()) {
            return new Change.NotVisible<>(
                    ref,
                    "Shopify does not show refund " + ref.id()
                            + ": its order was deleted, or is older than 60 days and the app lacks read_all_orders");
        }
        if (!options.tests() && RefundSum.isFlagged(order.get(), "test")) {
            return new Change.NotVisible<>(ref, "refund " + ref.id() + " is of a test order");
        }
        return changes(RefundReading.ids(order.get()), call).stream()
                .filter(change -> change.ref().equals(ref))
                .findFirst()
                .orElseGet(() -> new Change.NotVisible<>(ref, "refund " + ref.id() + " went while it was read"));
    }
}
