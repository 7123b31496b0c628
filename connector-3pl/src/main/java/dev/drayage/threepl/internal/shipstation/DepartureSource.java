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
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads what left, or was called off after it had left, by windows of the time at which it was made or voided: labels and
 * fulfillments both, since goods that left from elsewhere have no label. A fulfillment that only repeats a label's tracking
 * number is no second departure. Thread-safe.
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
    private final DepartureList.Watch watch;
    private final ToldDepartures told;

    DepartureSource(
            AccountId account,
            ShipStationApi api,
            String erp,
            ZoneId zone,
            Duration lag,
            DepartureList.Watch watch,
            ToldDepartures told) {
        this.account = account;
        this.api = api;
        this.erp = erp;
        this.zone = zone;
        this.lag = lag;
        this.watch = watch;
        this.told = told;
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
        Place place = at.map(Place::parse).orElse(Place.FIRST);
        JsonValue answer = api.read(
                place.list()
                        .request(window, watch)
                        .query("page", Integer.toString(place.page()))
                        .query("page_size", PAGE_SIZE)
                        .build(),
                call);
        boolean labels = place.list().ofLabels();
        List<JsonValue> page = answer.elements(labels ? "labels" : "fulfillments");
        List<Change<ItemFulfillment>> changes = new ArrayList<>();
        for (JsonValue one : page) {
            if (place.list().tells(one, window)) {
                changes.addAll(changes(one, labels, call));
            }
        }
        boolean more = place.page() < answer.at("pages").whole().orElse(1)
                && !place.list().isPast(page, window);
        return new Page<>(changes, place.next(more).map(Place::cursor), Optional.empty());
    }

    /** Where a page stands. */
    private record Place(DepartureList list, int page) {
        static final Place FIRST = new Place(DepartureList.LABELS, 1);

        static Place parse(Cursor cursor) {
            try {
                String[] parts = cursor.token().split("/", -1);
                return new Place(DepartureList.valueOf(parts[0]), Integer.parseInt(parts[1]));
            } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
                throw new CursorExpiredException("the cursor of departures is no place in a list");
            }
        }

        Optional<Place> next(boolean more) {
            if (more) {
                return Optional.of(new Place(list, page + 1));
            }
            return switch (list) {
                case LABELS -> Optional.of(new Place(DepartureList.FULFILLMENTS, 1));
                case FULFILLMENTS -> Optional.of(new Place(DepartureList.VOIDED, 1));
                case VOIDED -> Optional.empty();
            };
        }

        Cursor cursor() {
            return new Cursor(list + "/" + page);
        }
    }

    private List<Change<ItemFulfillment>> changes(JsonValue one, boolean label, CallContext call) {
        if (label && one.at("is_return_label").flag().orElse(false)) {
            return List.of();
        }
        if (label && Departure.inTheMaking(one)) {
            String id = "label:" + one.text("label_id").orElse("without id");
            return List.of(new Change.NotVisible<>(ref(id), id + " is still being made"));
        }
        Departure departure;
        try {
            departure = label ? Departure.ofLabel(one, zone) : Departure.ofFulfillment(one, zone);
        } catch (IllegalArgumentException | DateTimeException e) {
            String id = one.text(label ? "label_id" : "fulfillment_id").orElse("without id");
            return List.of(unreadable((label ? "label:" : "fulfillment:") + id, "", e));
        }
        // One that was voided may have been booked before a label came to repeat it.
        if (!label && !departure.voided() && repeatsALabel(departure, call)) {
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
                .flatMap(label -> Stream.concat(
                        label.text("tracking_number").stream(),
                        label.elements("packages").stream().flatMap(carton -> carton.text("tracking_number").stream())))
                .anyMatch(fulfillment.trackingNumbers()::contains);
    }

    private List<Change<ItemFulfillment>> changes(Departure departure, JsonValue shipment) {
        ShippedOrders orders;
        try {
            orders = ShippedOrders.of(shipment, erp);
        } catch (IllegalArgumentException e) {
            return List.of(unreadable(departure.id(), departure.changedAt().toString(), e));
        }
        List<OrderReference> known = told.orders(departure.id(), orders.lines().keySet());
        List<Change<ItemFulfillment>> changes = new ArrayList<>();
        for (int i = 0; i < known.size(); i++) {
            OrderReference order = known.get(i);
            List<ShippedLine> lines = orders.lines().getOrDefault(order, List.of());
            if (!lines.isEmpty() || departure.voided()) {
                // the first order of a departure goes by its name, whatever other orders join it later
                String id = i == 0 ? departure.id() : departure.id() + "@" + order.value();
                changes.add(change(departure, orders.references(order), id, lines));
            }
        }
        return changes;
    }

    private Change<ItemFulfillment> change(
            Departure departure, List<OrderReference> references, String id, List<ShippedLine> lines) {
        ItemFulfillment shipped = ItemFulfillment.builder()
                .ref(ref(id))
                .orderReferences(references)
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
