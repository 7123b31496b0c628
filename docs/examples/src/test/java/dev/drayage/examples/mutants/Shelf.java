package dev.drayage.examples.mutants;

import dev.drayage.Connectors;
import dev.drayage.engine.RunBudget;
import dev.drayage.engine.Sync;
import dev.drayage.engine.SyncEngine;
import dev.drayage.engine.Translation;
import dev.drayage.examples.quickstart.SimulatedWorld;
import dev.drayage.examples.shopify.TradedShop;
import dev.drayage.http.ApiClient;
import dev.drayage.model.CommerceRecord;
import dev.drayage.model.RecordType;
import dev.drayage.spi.Change;
import dev.drayage.spi.Connector;
import dev.drayage.spi.Prepared;
import dev.drayage.store.InMemorySyncStore;
import dev.drayage.sync.FulfillmentSyncs;
import dev.drayage.sync.OrderSyncs;
import dev.drayage.testing.SettableTime;
import dev.drayage.testkit.amazon.FulfilledBy;
import dev.drayage.testkit.amazon.FulfillmentStatus;
import dev.drayage.testkit.amazon.SimulatedAddress;
import dev.drayage.testkit.amazon.SimulatedItem;
import dev.drayage.testkit.amazon.SimulatedOrder;
import dev.drayage.testkit.netsuite.NetSuiteSimulator;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.BiFunction;

/**
 * What is read of both worlds, recorded once: windows, single records, and what sinks look up, with what it reads as. Made by
 * {@link #record()}; immutable after that.
 */
final class Shelf {
    private static final int FETCHED = 4;
    private static final List<RecordType<?>> READ = List.of(
            RecordType.SALES_ORDER,
            RecordType.REFUND,
            RecordType.PAYOUT,
            RecordType.COMPANY,
            RecordType.ITEM_FULFILLMENT,
            RecordType.INVENTORY_LEVEL,
            RecordType.ITEM,
            RecordType.CUSTOMER_PAYMENT,
            RecordType.CUSTOMER_DEPOSIT,
            RecordType.WAREHOUSE_ORDER);

    private final List<Recorded> all = new ArrayList<>();
    private final Map<String, Translation<?>> proofs = new LinkedHashMap<>();

    private Shelf() {}

    /**
     * One reading with its answers.
     *
     * @param reading what is read
     * @param tape what was answered
     * @param seen what it reads as
     */
    record Recorded(Reading reading, Tape tape, Map<String, Object> seen) {}

    /** Trades in both worlds and reads them. */
    static Shelf record() {
        Shelf shelf = new Shelf();
        shelf.shop();
        shelf.marketplace();
        return shelf;
    }

    List<Recorded> all() {
        return List.copyOf(all);
    }

    Judge judge() {
        return new Judge(proofs);
    }

    private void shop() {
        Witness witness = new Witness();
        try (TradedShop shop = TradedShop.open(witness::watch)) {
            Map<String, String> erp = new TreeMap<>(shop.netSuiteSettings());
            prove("shopify", shop.shopSettings(), erp, TradedShop::syncs);
            record("shopify", shop.shopSettings(), TradedShop.goLive(), shop.now(), witness);
            record("netsuite", erp, TradedShop.goLive(), shop.now(), witness);
            erp.put("warehouse-order.unit", "packed-fulfillment");
        }
    }

    private void marketplace() {
        Witness witness = new Witness();
        Instant start = SimulatedWorld.WEEK_START;
        SettableTime time = new SettableTime(start.plus(Duration.ofDays(1)));
        try (SimulatedWorld world = SimulatedWorld.start(time, sold(start.plus(Duration.ofHours(2))))) {
            Map<String, String> erp = new TreeMap<>(world.netsuiteSettings());
            erp.put("query.lag", "PT0S");
            BiFunction<Connector, Connector, List<Sync<?>>> syncs = (amazon, netsuite) ->
                    List.of(OrderSyncs.amazonOrders(amazon, netsuite), FulfillmentSyncs.toStorefront(netsuite, amazon));
            InMemorySyncStore store = new InMemorySyncStore(time);
            for (int i = 0; i < 3; i++) {
                time.advance(Duration.ofMinutes(20));
                Connectors connectors = Connectors.discover(new Connectors.Environment(
                        store, "default", time, ApiClient.standardTransport(), new Random(i)));
                try (Connector amazon = connectors.open("amazon", world.amazonSettings());
                        Connector netsuite = connectors.open("netsuite", erp)) {
                    List<Sync<?>> all = syncs.apply(witness.watch(amazon), witness.watch(netsuite));
                    SyncEngine.Builder builder =
                            SyncEngine.builder().store(store).time(time).startAt(start);
                    all.forEach(builder::sync);
                    try (SyncEngine engine = builder.build()) {
                        all.forEach(sync -> engine.run(sync.name(), RunBudget.minutes(60)));
                    }
                }
                if (i == 0) {
                    ship(world.netsuite());
                }
            }
            prove("amazon", world.amazonSettings(), erp, syncs);
            record("amazon", world.amazonSettings(), start, time.instant(), witness);
            record("netsuite", erp, start, time.instant(), witness);
        }
    }

    private static void ship(NetSuiteSimulator netsuite) {
        int parcel = 1;
        for (var order : netsuite.records("salesOrder")) {
            netsuite.clerk()
                    .fulfill(
                            order.id(),
                            "{\"shipStatus\":{\"id\":\"C\"},\"custbody_drayage_carrier\":\"UPS\",\"package\":{\"items\":["
                                    + "{\"packageTrackingNumber\":\"1Z" + parcel++ + "\",\"packageWeight\":1.5},"
                                    + "{\"packageTrackingNumber\":\"1Z" + parcel++ + "\",\"packageWeight\":2.25}]}}");
        }
    }

    private void prove(
            String system,
            Map<String, String> channel,
            Map<String, String> erp,
            BiFunction<Connector, Connector, List<Sync<?>>> syncs) {
        SettableTime time = new SettableTime(Instant.EPOCH);
        Connectors connectors = Connectors.discover(new Connectors.Environment(
                new InMemorySyncStore(time), "default", time, ApiClient.standardTransport(), new Random(1)));
        try (Connector sold = connectors.open(system, channel);
                Connector booked = connectors.open("netsuite", erp)) {
            for (Sync<?> sync : syncs.apply(sold, booked)) {
                if (sync.sourceAccount().system().equals(system)) {
                    proofs.put(system + "/" + sync.sourceType().name(), sync.translation());
                }
            }
        }
    }

    private void record(String kind, Map<String, String> settings, Instant from, Instant now, Witness witness) {
        for (RecordType<?> type : READ) {
            record(kind, settings, from, now, type);
        }
        witness.written(kind).forEach((type, written) -> look(kind, settings, now, written));
    }

    private <T extends CommerceRecord> void record(
            String kind, Map<String, String> settings, Instant from, Instant now, RecordType<T> type) {
        Reading pages = new Reading(kind + " " + type.name(), kind, settings, now, Reading.pages(type, from, now));
        if (!has(pages, type)) {
            return;
        }
        Map<String, Object> seen = keep(pages);
        seen.values().stream()
                .filter(Change.Present.class::isInstance)
                .limit(FETCHED)
                .map(change -> ((Change<?>) change).ref())
                .forEach(ref -> keep(new Reading(
                        kind + " " + type.name() + " " + ref.id(), kind, settings, now, Reading.fetch(type, ref))));
    }

    private static boolean has(Reading reading, RecordType<?> type) {
        Reading asks = new Reading(
                "",
                reading.kind(),
                reading.settings(),
                reading.now(),
                (account, call) -> account.source(type).isPresent() ? Map.of("has", true) : Map.of());
        return !asks.run(ApiClient.standardTransport()).isEmpty();
    }

    @SuppressWarnings("unchecked") // effects name their own type
    private void look(String kind, Map<String, String> settings, Instant now, List<Prepared<?>> written) {
        RecordType<CommerceRecord> type =
                (RecordType<CommerceRecord>) written.get(0).effect().type();
        keep(new Reading(kind + " find " + type.name(), kind, settings, now, Reading.find(type, written)));
        keep(new Reading(
                kind + " resolve " + type.name(),
                kind,
                settings,
                now,
                Reading.resolve(type, written, now.minus(Duration.ofHours(1)))));
    }

    private Map<String, Object> keep(Reading reading) {
        Tape tape = new Tape();
        reading.run(tape.recording());
        Map<String, Object> seen =
                reading.run(tape.playing("", new RecordedAnswer(500, Map.of(), new byte[0]), false, answer -> answer));
        all.add(new Recorded(reading, tape, seen));
        return seen;
    }

    private static List<SimulatedOrder> sold(Instant placed) {
        return List.of(
                order("111-0000001-0000001", placed)
                        .item(SimulatedItem.builder("00000000000011", "MUG-BLUE", 2, "9.99")
                                .asin("B0QUICK000")
                                .giftWrap("Gift bag", "Happy birthday", "3.99")
                                .tax("ITEM", "1.70")
                                .tax("GIFT_WRAP", "0.34")
                                .marketplaceFacilitator()
                                .build())
                        .item(SimulatedItem.builder("00000000000012", "CAP-GREY", 1, "22.49")
                                .shipping("4.99")
                                .discount("ITEM", "-2.25")
                                .build())
                        .build(),
                order("111-0000002-0000002", placed.plusSeconds(60))
                        .fulfilledBy(FulfilledBy.AMAZON)
                        .status(FulfillmentStatus.SHIPPED)
                        .serviceLevel("SECOND_DAY")
                        .lastUpdatedTime(placed.plus(Duration.ofHours(5)))
                        .item(SimulatedItem.builder("00000000000021", "PEN-STEEL", 3, "32.49")
                                .tax("ITEM", "8.29")
                                .build())
                        .build(),
                order("111-0000003-0000003", placed.plusSeconds(120))
                        .programs("PRIME")
                        .serviceLevel("SECOND_DAY")
                        .item(SimulatedItem.builder("00000000000031", "LAMP-DESK", 1, "39.99")
                                .build())
                        .build());
    }

    private static SimulatedOrder.Builder order(String id, Instant placed) {
        return SimulatedOrder.builder(id, placed)
                .serviceLevel("STANDARD")
                .recipient(new SimulatedAddress(
                        "Robin Example",
                        "",
                        "1 Harbor Way",
                        "",
                        "",
                        "Oakland",
                        "CA",
                        "94607",
                        "US",
                        "",
                        "RESIDENTIAL"));
    }
}
