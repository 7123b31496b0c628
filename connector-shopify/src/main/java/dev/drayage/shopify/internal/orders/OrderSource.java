package dev.drayage.shopify.internal.orders;

import dev.drayage.call.CallContext;
import dev.drayage.error.DefectException;
import dev.drayage.internal.json.JsonValue;
import dev.drayage.model.AccountId;
import dev.drayage.model.RecordRef;
import dev.drayage.model.SalesOrder;
import dev.drayage.settings.Settings;
import dev.drayage.shopify.internal.api.PageCursor;
import dev.drayage.shopify.internal.api.Pages;
import dev.drayage.shopify.internal.api.SearchFilter;
import dev.drayage.shopify.internal.api.ShopifyApi;
import dev.drayage.shopify.internal.api.Variables;
import dev.drayage.shopify.internal.documents.Documents;
import dev.drayage.shopify.internal.graphql.Document;
import dev.drayage.spi.Census;
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
 * Reads orders of every kind, of people and of businesses, each once, by the instant of their last change and oldest change
 * first: one that changes meanwhile comes again at the end, none is passed over (page "Pagination"). Cursors hold Shopify's
 * place in the sorted list, so they stay good while orders come and go. Thread-safe.
 */
public final class OrderSource implements RecordSource<SalesOrder> {
    /** Shopify counts change instants in seconds. */
    private static final Duration PRECISION = Duration.ofSeconds(1);

    private static final String PART = "orders";
    private static final String COUNTED = "orders-created";
    private static final Duration LONGEST_WINDOW = Duration.ofDays(31);

    private final ShopifyApi api;
    private final OrderOptions options;
    private final OrderReading reading;
    private final OrderTranslation translation;

    /** Orders of one shop. */
    public OrderSource(ShopifyApi api, AccountId account, Settings settings) {
        this.api = api;
        this.options = OrderOptions.of(settings);
        this.reading = new OrderReading(api);
        this.translation = new OrderTranslation(account, options);
    }

    @Override
    public SourceTraits traits() {
        return SourceTraits.windowed(PRECISION, options.lag(), LONGEST_WINDOW);
    }

    @Override
    public Page<SalesOrder> read(Slice slice, Optional<Cursor> at, CallContext call) {
        if (!(slice instanceof Slice.Window window)) {
            throw new IllegalArgumentException("orders are read by windows of change time");
        }
        return page(new Listing(PART, Documents.ORDERS_UPDATED, "updated_at"), window, at, call);
    }

    @Override
    public Optional<Census<SalesOrder>> census() {
        return Optional.of(new ByCreation());
    }

    /** Orders by the instant of their creation, which nothing changes. */
    private final class ByCreation implements Census<SalesOrder> {
        @Override
        public String method() {
            return "orders by the instant of creation";
        }

        @Override
        public Page<SalesOrder> list(Slice.Window window, Optional<Cursor> at, CallContext call) {
            return page(new Listing(COUNTED, Documents.ORDERS_CREATED, "created_at"), window, at, call);
        }
    }

    /**
     * One of Shopify's lists of orders.
     *
     * @param part how its cursors are marked
     * @param document what is sent
     * @param field the instant by which it is filtered and sorted
     */
    private record Listing(String part, Document document, String field) {}

    private Page<SalesOrder> page(Listing listing, Slice.Window window, Optional<Cursor> at, CallContext call) {
        Optional<PageCursor> here = at.map(cursor -> PageCursor.of(cursor, options.version()));
        if (here.isPresent() && !here.get().part().equals(listing.part())) {
            throw here.get().expired("it belongs to another list");
        }
        JsonValue orders = orders(listing, window, here, call);
        List<Change<SalesOrder>> changes = new ArrayList<>();
        for (JsonValue order : Pages.nodes(orders)) {
            changes.add(change(order, call));
        }
        Optional<Cursor> next = Pages.next(orders)
                .map(after -> new PageCursor(listing.part(), options.version(), Optional.of(after)).toCursor());
        return new Page<>(changes, next, Optional.empty());
    }

    private JsonValue orders(Listing listing, Slice.Window window, Optional<PageCursor> here, CallContext call) {
        SearchFilter filter =
                SearchFilter.all().from(listing.field(), window.from()).before(listing.field(), window.to());
        Variables variables = Variables.none()
                .with("query", (options.tests() ? filter : filter.is("test", false)).toString())
                .with("first", options.pageSize())
                .with("after", here.flatMap(PageCursor::after));
        try {
            return api.execute(listing.document(), variables, call).root().required();
        } catch (DefectException e) {
            if (here.isPresent()) {
                throw here.get().expired(e.describe());
            }
            throw e;
        }
    }

    private Change<SalesOrder> change(JsonValue order, CallContext call) {
        try {
            return translation.change(reading.complete(order, call));
        } catch (UnreadableOrder e) {
            return new Change.Unreadable<>(
                    translation.ref(order),
                    order.text("updatedAt").orElse(""),
                    e.code(),
                    "order " + order.text("name").orElse("") + ": " + e.getMessage());
        }
    }

    /** {@inheritDoc} A deleted order, and one of before the last 60 days that the app may not see, look alike: neither is told. */
    @Override
    public Change<SalesOrder> fetch(RecordRef ref, CallContext call) {
        if (!ref.id().matches("[0-9]{1,20}")) {
            return new Change.NotVisible<>(ref, "order " + ref.id() + " is no number of an order of Shopify's");
        }
        Optional<ReadOrder> read;
        try {
            read = reading.read(OrderTranslation.gid(ref), call);
        } catch (UnreadableOrder e) {
            return new Change.Unreadable<>(ref, "", e.code(), "order " + ref.id() + ": " + e.getMessage());
        }
        if (read.isEmpty()) {
            return new Change.NotVisible<>(
                    ref,
                    "Shopify does not show order " + ref.id()
                            + ": deleted, or older than 60 days and the app lacks read_all_orders");
        }
        if (!options.tests() && read.get().order().at("test").flag().orElse(false)) {
            return new Change.NotVisible<>(ref, "order " + ref.id() + " is a test order");
        }
        return translation.change(read.get());
    }
}
