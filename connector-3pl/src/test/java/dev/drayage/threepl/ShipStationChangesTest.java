package dev.drayage.threepl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.engine.RunBudget;
import dev.drayage.engine.SyncEngine;
import dev.drayage.error.ErrorCode;
import dev.drayage.http.ApiClient;
import dev.drayage.model.AccountId;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.model.WarehouseOrder;
import dev.drayage.model.WarehouseOrderLine;
import dev.drayage.spi.Connector;
import dev.drayage.spi.ConnectorContext;
import dev.drayage.spi.Effect;
import dev.drayage.spi.EffectOutcome;
import dev.drayage.store.InMemorySyncStore;
import dev.drayage.store.RecordEntry;
import dev.drayage.store.RecordQuery;
import dev.drayage.store.RecordState;
import dev.drayage.sync.WarehouseOrderSyncs;
import dev.drayage.testing.FakeConnector;
import dev.drayage.testing.FakeWorld;
import dev.drayage.testkit.shipstation.ShipmentStatus;
import dev.drayage.testkit.wire.Fault;
import dev.drayage.testkit.wire.FaultPlan;
import dev.drayage.testkit.wire.WireRequest;
import dev.drayage.testkit.wire.WireResponse;
import dev.drayage.testkit.wire.WireServer;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An order changes after people at ShipStation split it, after the store was emptied, or the account refuses the change. */
class ShipStationChangesTest {
    private static final AccountId ERP = new AccountId("erp", "E1");
    private static final String ORDER = "erp:E1/id-SO1";
    private static final String LINE = ORDER + "#1";

    private final ShipStationAccount world = new ShipStationAccount();
    private final FakeWorld erp = new FakeWorld(ERP, world.time);
    private final FakeWorld newark = new FakeWorld(new AccountId("warehouse", "NEWARK"), world.time);
    private String place = "6";
    private InMemorySyncStore store = new InMemorySyncStore(world.time);

    @AfterEach
    void close() {
        world.close();
    }

    /** The part that was split off goes on to leave, so that the whole in the other part would leave twice. */
    @Test
    void G2_a_change_of_an_order_that_was_split_there_does_not_double_what_was_split_off() {
        put(10, true);
        run();
        world.shipStation.desk().split(ORDER, Map.of(LINE, 4));
        put(9, true);
        run();
        assertThat(unitsToLeave()).as("units of line 1 that will leave").isLessThanOrEqualTo(10);
    }

    @Test
    void a_cancellation_of_an_order_that_was_split_there_leaves_no_part_to_be_shipped_unsaid() {
        put(10, true);
        run();
        world.shipStation.desk().split(ORDER, Map.of(LINE, 4));
        put(10, false);
        run();
        assertThat(unitsToLeave() == 0 || entry().state() == RecordState.PARKED)
                .as("%s units will leave, and the record is %s", unitsToLeave(), entry().state())
                .isTrue();
    }

    @Test
    void a_change_that_came_when_the_store_was_emptied_is_told_or_asked_about() {
        put(10, true);
        run();
        store = new InMemorySyncStore(world.time);
        put(7, true);
        run();
        run();
        assertThat(unitsToLeave() == 7 || entry().state() == RecordState.PARKED)
                .as("%s units will leave of 7, and the record is %s", unitsToLeave(), entry().state())
                .isTrue();
    }

    @Test
    void G2_a_line_that_moved_when_the_store_was_emptied_is_not_given_to_another_as_long_as_it_stands_here() {
        put(10, true);
        run();
        store = new InMemorySyncStore(world.time);
        place = "9";
        put(10, true);
        run();
        run();
        int elsewhere = newark.all(RecordType.WAREHOUSE_ORDER).size();
        assertThat(elsewhere == 0 || unitsToLeave() == 0)
                .as("%s units will leave from here and all of them from Newark", unitsToLeave())
                .isTrue();
    }

    @Test
    void a_change_that_is_refused_inside_an_answer_of_200_is_a_refusal() {
        Words words = new Words();
        assertThat(write(words, 10, Optional.empty())).isInstanceOf(EffectOutcome.Applied.class);
        words.afterPut = ",\"has_errors\":true,\"errors\":[\"ship_to.country_code is invalid\"]";
        EffectOutcome outcome = write(words, 9, Optional.of("se-1"));
        assertThat(words.puts).hasSize(1);
        assertThat(outcome).isInstanceOf(EffectOutcome.Rejected.class);
        assertThat(((EffectOutcome.Rejected) outcome).violations().code()).isEqualTo(ErrorCode.REFUSED_BY_TARGET);
    }

    /** The first call's answer was lost, a look-up does not show the shipment yet, and the order has changed meanwhile. */
    @Test
    void G2_a_double_that_holds_an_earlier_content_is_changed_and_not_taken_for_the_new_one() {
        Words words = new Words();
        words.hidden = 1;
        assertThat(write(words, 10, Optional.empty())).isInstanceOf(EffectOutcome.Applied.class);
        words.hidden = 1;
        assertThat(write(words, 9, Optional.empty())).isInstanceOf(EffectOutcome.Applied.class);
        assertThat(words.puts).hasSize(1);
        assertThat(words.puts.get(0)).contains("\"quantity\":9");
    }

    /** A shipment of ten that stands already, answered word by word. */
    private static final class Words implements WireServer.Vendor {
        final List<String> puts = new ArrayList<>();
        String afterPut = "";
        int hidden;

        @Override
        public WireResponse answer(WireRequest request) {
            String shipment = "\"shipment_id\":\"se-1\",\"external_shipment_id\":\"" + ORDER
                    + "\",\"shipment_status\":\"pending\",\"items\":[" + item(1, 10) + "," + item(2, 2) + ","
                    + item(3, 5) + "]";
            if (request.method().equals("PUT")) {
                puts.add(request.text());
                return WireResponse.json(200, "{" + shipment + afterPut + "}");
            }
            if (request.method().equals("POST")) {
                return WireResponse.json(
                        200,
                        "{\"has_errors\":true,\"shipments\":[{\"errors\":[\"external_shipment_id already exists\"]}]}");
            }
            return hidden-- > 0 ? WireResponse.empty(404) : WireResponse.json(200, "{" + shipment + "}");
        }

        private static String item(int line, int units) {
            return "{\"external_order_item_id\":\"" + ORDER + "#" + line + "\",\"sku\":\"X\",\"quantity\":" + units
                    + "}";
        }

        @Override
        public WireResponse refusal(Fault fault, WireRequest request) {
            return WireResponse.empty(503);
        }
    }

    private EffectOutcome write(Words words, int units, Optional<String> existing) {
        try (WireServer server = WireServer.start(words, new FaultPlan());
                Connector connector = connect(server.baseUri())) {
            Effect<WarehouseOrder> effect = effect(units, Effect.Mode.CREATE_OR_UPDATE);
            Optional<RecordRef> ref =
                    existing.map(id -> RecordRef.of(connector.account(), RecordType.WAREHOUSE_ORDER, id));
            return Objects.requireNonNull(connector
                    .sink(RecordType.WAREHOUSE_ORDER)
                    .map(sink -> sink.apply(List.of(sink.prepare(effect, ref, Map.of())), world.call()))
                    .orElseThrow()
                    .get(effect.key()));
        }
    }

    private int unitsToLeave() {
        return world.shipStation.shipments().stream()
                .filter(shipment -> shipment.status() != ShipmentStatus.CANCELLED)
                .flatMap(shipment -> shipment.items().stream())
                .filter(item -> item.externalOrderItemId().equals(LINE))
                .mapToInt(item -> item.quantity())
                .sum();
    }

    private static Effect<WarehouseOrder> effect(int units, Effect.Mode mode) {
        return ToldOrders.effect(new AccountId("shipstation", "MAIN"), "SO1", units, ToldOrders.METHOD, mode);
    }

    private void put(int units, boolean released) {
        world.time.advance(Duration.ofMinutes(1));
        WarehouseOrder order = effect(units, Effect.Mode.CREATE_OR_UPDATE).record();
        List<WarehouseOrderLine> lines = order.lines().stream()
                .map(line -> WarehouseOrderLine.builder()
                        .from(line)
                        .location(line.line().value().equals("1") ? place : "6")
                        .build())
                .toList();
        erp.put(WarehouseOrder.builder()
                .from(order)
                .instructions(Optional.empty())
                .released(released)
                .lines(lines)
                .build());
    }

    private Connector connect(URI endpoint) {
        return new ShipStationProvider()
                .open(
                        ShipStationSettings.builder()
                                .account("MAIN")
                                .apiKey("key-1")
                                .erp(ERP)
                                .baseUrl(endpoint)
                                .zone(ZoneId.of("America/Chicago"))
                                .warehouseId("se-28529731")
                                .with(ShipStationSettings.SHIP_METHODS, ToldOrders.METHOD + "=se-123890/ups_ground")
                                .build(),
                        new ConnectorContext(
                                world.time,
                                new SplittableRandom(1),
                                ApiClient.standardTransport(),
                                account -> store.connectorState("default", account)));
    }

    private void run() {
        world.time.advance(Duration.ofMinutes(7));
        try (Connector warehouse = connect(world.shipStation.endpoint());
                SyncEngine engine = SyncEngine.builder()
                        .store(store)
                        .time(world.time)
                        .startAt(Instant.parse("2026-08-01T00:00:00Z"))
                        .sync(WarehouseOrderSyncs.toWarehouses(
                                "warehouse-orders",
                                new FakeConnector(erp),
                                WarehouseOrderSyncs.Routing.none()
                                        .location("6", warehouse)
                                        .location("9", new FakeConnector(newark)),
                                WarehouseOrderSyncs.Options.standard()))
                        .build()) {
            engine.run("warehouse-orders", RunBudget.minutes(60));
        }
    }

    private RecordEntry entry() {
        return store.ledger("default").records(RecordQuery.builder().build()).get(0);
    }
}
