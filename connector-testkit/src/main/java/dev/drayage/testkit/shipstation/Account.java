package dev.drayage.testkit.shipstation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All records of the account. Not thread-safe: whoever works on it holds its monitor. */
final class Account {
    private final InstantSource clock;
    private final ZoneId zone;
    private final Map<String, History<ShipmentState>> shipments = new LinkedHashMap<>();
    private final Map<String, String> idsByExternalId = new HashMap<>();
    private final Map<String, Set<String>> idsByNumber = new HashMap<>();
    private final Map<String, History<Label>> labels = new LinkedHashMap<>();
    private final Map<String, History<Fulfillment>> fulfillments = new LinkedHashMap<>();
    private final Map<String, Set<String>> standing = new HashMap<>();
    private long lastId = 412_000_000;
    private Duration listLag = Duration.ZERO;

    Account(InstantSource clock, ZoneId zone) {
        this.clock = clock;
        this.zone = zone;
    }

    /** Now, as exact as the API tells it. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    LocalDate today() {
        return LocalDate.ofInstant(now(), zone);
    }

    /** Days of labels and fulfillments are told as the midnight at which they begin in the account's zone. */
    Instant midnight(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    long nextNumber() {
        return ++lastId;
    }

    String nextId() {
        return "se-" + nextNumber();
    }

    void listLag(Duration lag) {
        listLag = lag;
    }

    /** The time of which lists tell. */
    Instant listedTime() {
        return now().minus(listLag);
    }

    void add(ShipmentState state) {
        Shipment shipment = state.facts();
        shipments.put(shipment.shipmentId(), new History<>(now(), state));
        if (!shipment.externalShipmentId().isEmpty()) {
            idsByExternalId.putIfAbsent(shipment.externalShipmentId(), shipment.shipmentId());
        }
        remember(shipment);
    }

    /** The shipment with one of ShipStation's ids. */
    Optional<ShipmentState> shipment(String shipmentId) {
        return Optional.ofNullable(shipments.get(shipmentId)).map(History::latest);
    }

    Optional<ShipmentState> shipmentByExternalId(String externalId) {
        return Optional.ofNullable(idsByExternalId.get(externalId)).flatMap(this::shipment);
    }

    /** The shipment of a record that has one. */
    ShipmentState shipmentOf(String shipmentId) {
        return known(shipments, shipmentId).latest();
    }

    /** A shipment that people speak of by either id. */
    ShipmentState named(String id) {
        return shipmentByExternalId(id)
                .or(() -> shipment(id))
                .orElseThrow(() -> new IllegalArgumentException("there is no shipment " + id));
    }

    boolean numberTaken(String number, String exceptShipmentId) {
        return idsByNumber.getOrDefault(number, Set.of()).stream().anyMatch(id -> !id.equals(exceptShipmentId));
    }

    void change(ShipmentState next) {
        History<ShipmentState> history = known(shipments, next.facts().shipmentId());
        Set<String> before = idsByNumber.getOrDefault(history.latest().facts().shipmentNumber(), new HashSet<>());
        before.remove(next.facts().shipmentId());
        remember(next.facts());
        history.add(now(), next);
    }

    private void remember(Shipment shipment) {
        idsByNumber
                .computeIfAbsent(shipment.shipmentNumber(), number -> new HashSet<>())
                .add(shipment.shipmentId());
    }

    void status(String shipmentId, ShipmentStatus next) {
        ShipmentState state = known(shipments, shipmentId).latest();
        change(state.with(state.facts().with(next, now())));
    }

    void add(Label label) {
        labels.put(label.labelId(), new History<>(now(), label));
        if (!label.returnLabel()) {
            standing(label.shipmentId()).add(label.labelId());
        }
    }

    Label label(String labelId) {
        return known(labels, labelId).latest();
    }

    /** The label with an id that a caller has. */
    Optional<History.Version<Label>> findLabel(String labelId) {
        return Optional.ofNullable(labels.get(labelId)).map(History::latestVersion);
    }

    void change(Label next) {
        known(labels, next.labelId()).add(now(), next);
        if (!next.stands()) {
            standing(next.shipmentId()).remove(next.labelId());
        }
    }

    void add(Fulfillment fulfillment) {
        fulfillments.put(fulfillment.fulfillmentId(), new History<>(now(), fulfillment));
        standing(fulfillment.shipmentId()).add(fulfillment.fulfillmentId());
    }

    Fulfillment fulfillment(String fulfillmentId) {
        return known(fulfillments, fulfillmentId).latest();
    }

    void change(Fulfillment next) {
        known(fulfillments, next.fulfillmentId()).add(now(), next);
        if (next.voided()) {
            standing(next.shipmentId()).remove(next.fulfillmentId());
        }
    }

    /** Whether a label or a fulfillment that still stands says that the shipment left. */
    boolean left(String shipmentId) {
        return !standing(shipmentId).isEmpty();
    }

    private Set<String> standing(String shipmentId) {
        return standing.computeIfAbsent(shipmentId, id -> new HashSet<>());
    }

    List<Shipment> shipments() {
        return shipments.values().stream()
                .map(history -> history.latest().facts())
                .toList();
    }

    List<Label> labels() {
        return labels.values().stream().map(History::latest).toList();
    }

    List<Fulfillment> fulfillments() {
        return fulfillments.values().stream().map(History::latest).toList();
    }

    List<History.Version<ShipmentState>> listedShipments() {
        return listed(shipments.values());
    }

    List<History.Version<Label>> listedLabels() {
        return listed(labels.values());
    }

    List<History.Version<Fulfillment>> listedFulfillments() {
        return listed(fulfillments.values());
    }

    private <T> List<History.Version<T>> listed(Collection<History<T>> all) {
        Instant time = listedTime();
        return all.stream().flatMap(history -> history.asOf(time).stream()).toList();
    }

    private static <T> History<T> known(Map<String, History<T>> records, String id) {
        History<T> history = records.get(id);
        if (history == null) {
            throw new IllegalArgumentException("there is no record " + id);
        }
        return history;
    }
}
