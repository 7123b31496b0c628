package dev.drayage.threepl.internal.shipstation;

import dev.drayage.call.CallContext;
import dev.drayage.error.ErrorCode;
import dev.drayage.http.ApiRequest;
import dev.drayage.internal.json.JsonValue;
import dev.drayage.model.AccountId;
import dev.drayage.model.ContentDigest;
import dev.drayage.model.ItemFulfillment;
import dev.drayage.model.OrderReference;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.model.ShippedLine;
import dev.drayage.spi.Change;
import dev.drayage.spi.Cursor;
import dev.drayage.spi.CursorExpiredException;
import dev.drayage.spi.Page;
import dev.drayage.spi.RecordSource;
import dev.drayage.spi.Slice;
import dev.drayage.spi.SourceTraits;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads what left, by windows of the time at which a label or fulfillment was made: both lists, since goods that left from
 * elsewhere have no label. Labels that were voided within a while are read again each time, because no list goes by the time
 * of voiding. A fulfillment that only repeats a label's tracking number is no second departure. Thread-safe.
 */
final class DepartureSource implements RecordSource<ItemFulfillment> {
    private static final Duration PRECISION = Duration.ofSeconds(1);
    private static final Duration LONGEST_WINDOW = Duration.ofDays(7);
    private static final String PAGE_SIZE = "100";

    private final AccountId account;
    private final ShipStationApi api;
    private final String erp;
    private final ZoneId zone;
    private final Duration lag;
    private final Duration voidWindow;

    DepartureSource(AccountId account, ShipStationApi api, String erp, ZoneId zone, Duration lag, Duration voidWindow) {
        this.account = account;
        this.api = api;
        this.erp = erp;
        this.zone = zone;
        this.lag = lag;
        this.voidWindow = voidWindow;
    }

    /** The lists of a window, read one after the other. */
    private enum Listing {
        LABELS,
        FULFILLMENTS,
        VOIDED
    }

    @Override
    public SourceTraits traits() {
        return SourceTraits.windowed(PRECISION, lag, LONGEST_WINDOW);
    }

    @Override
    public Page<ItemFulfillment> read(Slice slice, Optional<Cursor> at, CallContext call) {
        if (!(slice instanceof Slice.Window window)) {
            throw new IllegalArgumentException("departures are read by windows");
        }
        Place place = at.map(Place::parse).orElse(new Place(Listing.LABELS, 1));
        JsonValue answer = api.read(list(window, place), call);
        List<Change<ItemFulfillment>> changes = new ArrayList<>();
        boolean labels = place.listing() != Listing.FULFILLMENTS;
        for (JsonValue one : answer.elements(labels ? "labels" : "fulfillments")) {
            changes.addAll(changes(one, labels, call));
        }
        int pages = answer.at("pages").whole().orElse(1);
        return new Page<>(changes, place.next(pages).map(Place::cursor), Optional.empty());
    }

    /** The list of fulfillments calls the time of making otherwise than the list of labels does. */
    private ApiRequest list(Slice.Window window, Place place) {
        boolean labels = place.listing() != Listing.FULFILLMENTS;
        Instant from = place.listing() == Listing.VOIDED ? window.to().minus(voidWindow) : window.from();
        ApiRequest.Builder request = ApiRequest.get(labels ? "list labels" : "list fulfillments")
                .path(labels ? "/v2/labels" : "/v2/fulfillments")
                .query(labels ? "created_at_start" : "create_date_start", from.toString())
                .query(
                        labels ? "created_at_end" : "create_date_end",
                        window.to().toString())
                .query("page", Integer.toString(place.page()))
                .query("page_size", PAGE_SIZE)
                .query("sort_by", "created_at")
                .query("sort_dir", "asc");
        if (place.listing() == Listing.VOIDED) {
            request.query("label_status", "voided");
        }
        return request.build();
    }

    /** Where a page goes on. */
    private record Place(Listing listing, int page) {
        static Place parse(Cursor cursor) {
            try {
                String[] parts = cursor.token().split("/", -1);
                return new Place(Listing.valueOf(parts[0]), Integer.parseInt(parts[1]));
            } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
                throw new CursorExpiredException("the cursor of departures is no place in a list");
            }
        }

        Optional<Place> next(int pages) {
            if (page < pages) {
                return Optional.of(new Place(listing, page + 1));
            }
            return switch (listing) {
                case LABELS -> Optional.of(new Place(Listing.FULFILLMENTS, 1));
                case FULFILLMENTS -> Optional.of(new Place(Listing.VOIDED, 1));
                case VOIDED -> Optional.empty();
            };
        }

        Cursor cursor() {
            return new Cursor(listing + "/" + page);
        }
    }

    private List<Change<ItemFulfillment>> changes(JsonValue one, boolean label, CallContext call) {
        if (label && one.at("is_return_label").flag().orElse(false)) {
            return List.of();
        }
        Departure departure;
        try {
            departure = label ? Departure.ofLabel(one, zone) : Departure.ofFulfillment(one, zone);
        } catch (IllegalArgumentException | DateTimeException e) {
            String id = one.text(label ? "label_id" : "fulfillment_id").orElse("without id");
            return List.of(unreadable((label ? "label:" : "fulfillment:") + id, "", e));
        }
        if (!label && repeatsALabel(departure, call)) {
            return List.of();
        }
        Optional<JsonValue> shipment = api.shipment(departure.shipment(), call);
        if (shipment.isEmpty()) {
            return List.of(new Change.NotVisible<>(
                    ref(departure.id()),
                    "shipment " + departure.shipment() + " of " + departure.id() + " is not shown"));
        }
        return changes(departure, shipment.get());
    }

    private boolean repeatsALabel(Departure fulfillment, CallContext call) {
        return api
                .read(
                        ApiRequest.get("list labels")
                                .path("/v2/labels")
                                .query("shipment_id", fulfillment.shipment())
                                .query("page_size", PAGE_SIZE)
                                .build(),
                        call)
                .elements("labels")
                .stream()
                .filter(label -> !label.at("voided").flag().orElse(false))
                .flatMap(label -> label.text("tracking_number").stream())
                .anyMatch(fulfillment.trackingNumbers()::contains);
    }

    private List<Change<ItemFulfillment>> changes(Departure departure, JsonValue shipment) {
        ShippedOrders orders;
        try {
            orders = ShippedOrders.of(shipment, erp);
        } catch (IllegalArgumentException e) {
            return List.of(unreadable(departure.id(), departure.changedAt().toString(), e));
        }
        List<Change<ItemFulfillment>> changes = new ArrayList<>();
        orders.lines().forEach((order, lines) -> changes.add(change(departure, orders, order, lines)));
        return changes;
    }

    private Change<ItemFulfillment> change(
            Departure departure, ShippedOrders orders, OrderReference order, List<ShippedLine> lines) {
        String id = orders.lines().size() == 1 ? departure.id() : departure.id() + "@" + order.value();
        ItemFulfillment shipped = ItemFulfillment.builder()
                .ref(ref(id))
                .orderReferences(orders.references(order))
                .status(departure.voided() ? ItemFulfillment.Status.VOIDED : ItemFulfillment.Status.SHIPPED)
                .shippedAt(departure.shippedAt())
                .lines(lines)
                .packages(departure.packages())
                .shipMethod(departure.service())
                .freight(departure.freight())
                .build();
        return new Change.Present<>(
                shipped,
                departure.changedAt() + " " + ContentDigest.of(shipped),
                Optional.of(departure.createdAt()),
                departure.changedAt(),
                Optional.empty());
    }

    private Change<ItemFulfillment> unreadable(String id, String revision, RuntimeException why) {
        return new Change.Unreadable<>(
                ref(id), revision, ErrorCode.RECORD_UNREADABLE, id + " cannot be read: " + why.getMessage());
    }

    @Override
    public Change<ItemFulfillment> fetch(RecordRef ref, CallContext call) {
        String id = ref.id().contains("@") ? ref.id().substring(0, ref.id().indexOf('@')) : ref.id();
        List<Change<ItemFulfillment>> found = new ArrayList<>();
        if (id.startsWith("label:")) {
            api.find(
                            ApiRequest.get("get label")
                                    .path("/v2/labels/{}", id.substring("label:".length()))
                                    .build(),
                            call)
                    .ifPresent(label -> found.addAll(changes(label, true, call)));
        } else if (id.startsWith("fulfillment:") && id.indexOf('/') > 0) {
            String shipment = id.substring("fulfillment:".length(), id.indexOf('/'));
            api.read(
                            ApiRequest.get("list fulfillments")
                                    .path("/v2/fulfillments")
                                    .query("shipment_id", shipment)
                                    .query("page_size", PAGE_SIZE)
                                    .build(),
                            call)
                    .elements("fulfillments")
                    .forEach(one -> found.addAll(changes(one, false, call)));
        } else {
            return new Change.NotVisible<>(ref, "\"" + ref.id() + "\" is neither a label nor a fulfillment");
        }
        return found.stream()
                .filter(change -> change.ref().equals(ref))
                .findFirst()
                .orElseGet(() -> new Change.Gone<>(ref));
    }

    private RecordRef ref(String id) {
        return RecordRef.of(account, RecordType.ITEM_FULFILLMENT, id);
    }
}
