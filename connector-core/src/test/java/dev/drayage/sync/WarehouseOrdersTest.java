package dev.drayage.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drayage.engine.Plan;
import dev.drayage.engine.RunBudget;
import dev.drayage.engine.RunReport;
import dev.drayage.engine.Selection;
import dev.drayage.engine.SyncEngine;
import dev.drayage.error.ErrorCode;
import dev.drayage.error.SettingsException;
import dev.drayage.model.AccountId;
import dev.drayage.model.Address;
import dev.drayage.model.LineReference;
import dev.drayage.model.OrderReference;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.model.WarehouseOrder;
import dev.drayage.model.WarehouseOrderLine;
import dev.drayage.store.InMemorySyncStore;
import dev.drayage.store.RecordQuery;
import dev.drayage.store.RecordState;
import dev.drayage.store.SyncStore;
import dev.drayage.testing.FakeConnector;
import dev.drayage.testing.FakeWorld;
import dev.drayage.testing.SettableTime;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** One order line has one owner: ship orders of an ERP whose two locations are served by two warehouses. */
class WarehouseOrdersTest {
    private static final Instant START = Instant.parse("2026-11-20T08:00:00Z");

    private final SettableTime time = new SettableTime(START);
    private final FakeWorld erpWorld = new FakeWorld(new AccountId("erp", "E1"), time);
    private final FakeWorld reno = new FakeWorld(new AccountId("warehouse", "RENO"), time);
    private final FakeWorld newark = new FakeWorld(new AccountId("warehouse", "NEWARK"), time);
    private final FakeConnector erp = new FakeConnector(erpWorld);
    private final FakeConnector renoConnector = new FakeConnector(reno);
    private final FakeConnector newarkConnector = new FakeConnector(newark);
    private SyncStore store = new InMemorySyncStore(time);

    @Test
    void lines_go_to_the_warehouse_that_serves_their_location_once() {
        order(line("1", 10, "R"), line("2", 4, "N"), line("3", 1, "elsewhere"));
        run();
        run();
        assertThat(skus(reno)).containsExactly("SKU-1 x10");
        assertThat(skus(newark)).containsExactly("SKU-2 x4");
        assertThat(reno.writes()).hasSize(1);
        assertThat(newark.writes()).hasSize(1);
    }

    @Test
    void an_order_without_an_address_is_told_to_nobody() {
        put(Optional.empty(), true, line("1", 10, "R"));
        run();
        assertThat(reno.writes()).isEmpty();
        assertThat(state()).isEqualTo(RecordState.PARKED);
        order(line("1", 10, "R"));
        run();
        assertThat(skus(reno)).containsExactly("SKU-1 x10");
    }

    @Test
    void two_warehouses_of_one_account_are_refused() {
        FakeConnector other = new FakeConnector(new FakeWorld(reno.account(), time));
        WarehouseOrderSyncs.Routing routing = WarehouseOrderSyncs.Routing.none().location("R", renoConnector);
        assertThatThrownBy(() -> routing.location("N", other))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("warehouse:RENO");
    }

    @Test
    void what_has_left_meanwhile_is_no_change() {
        order(line("1", 10, "R"));
        run();
        order(left(line("1", 10, "R"), 6));
        run();
        order(left(line("1", 10, "R"), 10));
        run();
        assertThat(reno.writes()).containsExactly("create warehouseOrder shipOrder-SO1");
    }

    @Test
    void an_order_that_has_left_before_it_was_ever_told_is_not_told() {
        order(left(line("1", 10, "R"), 10));
        run();
        assertThat(reno.writes()).isEmpty();
    }

    @Test
    void a_line_that_is_moved_is_taken_back_before_it_is_given_away() {
        order(line("1", 10, "R"));
        run();
        order(line("1", 10, "N"));
        run();
        assertThat(reno.isVoided(only(reno).ref())).isTrue();
        assertThat(skus(newark)).containsExactly("SKU-1 x10");
        order(line("1", 10, "R"));
        run();
        assertThat(reno.isVoided(only(reno).ref())).isFalse();
        assertThat(newark.isVoided(only(newark).ref())).isTrue();
    }

    @Test
    void a_line_whose_old_owner_does_not_let_go_is_not_given_to_another() {
        order(line("1", 10, "R"));
        run();
        renoConnector.fakeSink(RecordType.WAREHOUSE_ORDER).refuse("SO1", ErrorCode.CHANGE_REFUSED);
        order(line("1", 10, "N"));
        run();
        run();
        assertThat(newark.writes()).isEmpty();
        assertThat(state()).isEqualTo(RecordState.PARKED);
    }

    @Test
    void G2_one_of_two_lines_whose_old_owner_does_not_let_go_is_not_given_to_another() {
        order(line("1", 10, "R"), line("2", 4, "R"));
        run();
        renoConnector.fakeSink(RecordType.WAREHOUSE_ORDER).refuse("SO1", ErrorCode.CHANGE_REFUSED);
        order(line("1", 10, "R"), line("2", 4, "N"));
        run();
        assertThat(skus(reno)).as("what Reno will ship").containsExactly("SKU-1 x10", "SKU-2 x4");
        assertThat(newark.writes()).as("what Newark will ship").isEmpty();
    }

    @Test
    void G2_a_line_moves_between_two_warehouses_that_both_hold_the_order_in_either_direction() {
        order(line("1", 10, "R"), line("2", 4, "R"), line("3", 1, "N"));
        run();
        order(line("1", 10, "R"), line("2", 4, "N"), line("3", 1, "N"));
        run();
        assertThat(skus(reno)).containsExactly("SKU-1 x10");
        assertThat(skus(newark)).containsExactly("SKU-2 x4", "SKU-3 x1");
        newarkConnector.fakeSink(RecordType.WAREHOUSE_ORDER).refuse("SO1", ErrorCode.CHANGE_REFUSED);
        order(line("1", 10, "R"), line("2", 4, "R"), line("3", 1, "N"));
        run();
        assertThat(skus(reno)).as("Newark has not let go").containsExactly("SKU-1 x10");
        assertThat(skus(newark)).containsExactly("SKU-2 x4", "SKU-3 x1");
        newarkConnector.fakeSink(RecordType.WAREHOUSE_ORDER).accept("SO1");
        order(line("1", 9, "R"), line("2", 4, "R"), line("3", 1, "N"));
        run();
        assertThat(skus(reno)).containsExactly("SKU-1 x9", "SKU-2 x4");
        assertThat(skus(newark)).containsExactly("SKU-3 x1");
    }

    @Test
    void lines_that_two_warehouses_are_to_exchange_are_a_persons_matter() {
        order(line("1", 10, "R"), line("2", 4, "N"));
        run();
        order(line("1", 10, "N"), line("2", 4, "R"));
        run();
        assertThat(skus(reno)).containsExactly("SKU-1 x10");
        assertThat(skus(newark)).containsExactly("SKU-2 x4");
        assertThat(state()).isEqualTo(RecordState.PARKED);
    }

    @Test
    void what_changes_for_both_warehouses_at_once_makes_neither_wait() {
        order(line("1", 10, "R"), line("2", 4, "N"));
        run();
        order(line("1", 9, "R"), line("2", 3, "N"));
        run();
        assertThat(skus(reno)).containsExactly("SKU-1 x9");
        assertThat(skus(newark)).containsExactly("SKU-2 x3");
    }

    /** No line moves: neither warehouse has anything to give up, however many lines there are. */
    @Test
    void what_changes_for_both_warehouses_of_a_long_order_makes_neither_wait() {
        order(lines(5));
        run();
        order(lines(6));
        run();
        assertThat(state()).isEqualTo(RecordState.SETTLED);
        assertThat(skus(reno)).hasSize(20).allMatch(line -> line.endsWith("x6"));
        assertThat(skus(newark)).hasSize(20).allMatch(line -> line.endsWith("x6"));
    }

    private static WarehouseOrderLine[] lines(long units) {
        return IntStream.rangeClosed(1, 40)
                .mapToObj(number -> line(Integer.toString(number), units, number % 2 == 0 ? "R" : "N"))
                .toArray(WarehouseOrderLine[]::new);
    }

    @Test
    void a_line_whose_old_owner_cannot_be_asked_is_not_given_to_another() {
        order(line("1", 10, "R"));
        run();
        renoConnector.fakeSink(RecordType.WAREHOUSE_ORDER).deferFor("SO1", "the warehouse's answer");
        order(line("1", 10, "N"));
        run();
        assertThat(newark.writes()).isEmpty();
        assertThat(state()).isEqualTo(RecordState.DEFERRED);
        renoConnector.fakeSink(RecordType.WAREHOUSE_ORDER).accept("SO1");
        time.advance(Duration.ofDays(1));
        run();
        assertThat(reno.isVoided(only(reno).ref())).isTrue();
        assertThat(skus(newark)).containsExactly("SKU-1 x10");
    }

    @Test
    void a_lost_answer_to_a_cancellation_is_resolved_by_reading_back() {
        order(line("1", 10, "R"));
        run();
        renoConnector.fakeSink(RecordType.WAREHOUSE_ORDER).loseAnswers(1);
        put(false, line("1", 10, "R"));
        run();
        run();
        assertThat(reno.writes())
                .containsExactly("create warehouseOrder shipOrder-SO1", "void warehouseOrder of-shipOrder-SO1");
        assertThat(state()).isEqualTo(RecordState.SETTLED);
    }

    @Test
    void an_order_that_was_never_told_needs_no_cancellation() {
        put(false, line("1", 10, "R"));
        run();
        assertThat(reno.writes()).isEmpty();
        assertThat(state()).isEqualTo(RecordState.SETTLED);
    }

    @Test
    void a_cancellation_finds_what_an_emptied_ledger_has_forgotten() {
        order(line("1", 10, "R"));
        run();
        store = new InMemorySyncStore(time);
        put(false, line("1", 10, "R"));
        run();
        run();
        assertThat(reno.isVoided(only(reno).ref())).isTrue();
        assertThat(reno.writes()).hasSize(2);
    }

    @Test
    void a_line_that_is_closed_after_some_has_left_is_told() {
        order(line("1", 10, "R"));
        run();
        order(WarehouseOrderLine.builder()
                .from(left(line("1", 10, "R"), 6))
                .closed(true)
                .build());
        run();
        assertThat(reno.writes()).hasSize(2).last().asString().startsWith("update");
    }

    @Test
    void G6_a_plan_says_what_would_be_taken_back() {
        order(line("1", 10, "R"));
        run();
        put(false, line("1", 10, "R"));
        time.advance(Duration.ofMinutes(3));
        try (SyncEngine engine = engine()) {
            Plan plan = engine.plan("warehouse-orders", Selection.of(ref()));
            assertThat(plan.records().get(0).verdict()).isEqualTo(Plan.Verdict.WRITE);
            assertThat(plan.records().get(0).changes())
                    .extracting(Plan.PlannedChange::action)
                    .containsExactlyInAnyOrder(Plan.Action.TAKE_BACK, Plan.Action.NOTHING);
        }
        assertThat(reno.writes()).hasSize(1);
    }

    private void order(WarehouseOrderLine... lines) {
        put(true, lines);
    }

    private void put(boolean released, WarehouseOrderLine... lines) {
        put(Optional.of(Address.builder().countryCode("US").build()), released, lines);
    }

    private void put(Optional<Address> to, boolean released, WarehouseOrderLine... lines) {
        time.advance(Duration.ofMinutes(1));
        erpWorld.put(WarehouseOrder.builder()
                .shipTo(to)
                .ref(ref())
                .number("SO1")
                .addOrderReferences(new OrderReference(OrderReference.Kind.ERP_NUMBER, "SO1"))
                .released(released)
                .placedAt(START)
                .addLines(lines)
                .build());
    }

    private RecordRef ref() {
        return RecordRef.of(erpWorld.account(), RecordType.WAREHOUSE_ORDER, "SO1");
    }

    private static WarehouseOrderLine line(String number, long units, String location) {
        return WarehouseOrderLine.builder()
                .line(LineReference.erp(number))
                .sku("SKU-" + number)
                .quantity(BigDecimal.valueOf(units))
                .location(location)
                .build();
    }

    private static WarehouseOrderLine left(WarehouseOrderLine line, long units) {
        return WarehouseOrderLine.builder()
                .from(line)
                .shipped(BigDecimal.valueOf(units))
                .build();
    }

    private SyncEngine engine() {
        return SyncEngine.builder()
                .store(store)
                .time(time)
                .startAt(START.minus(Duration.ofDays(1)))
                .sync(WarehouseOrderSyncs.toWarehouses(
                        "warehouse-orders",
                        erp,
                        WarehouseOrderSyncs.Routing.none()
                                .location("R", renoConnector)
                                .location("N", newarkConnector),
                        WarehouseOrderSyncs.Options.standard()))
                .build();
    }

    private RunReport run() {
        time.advance(Duration.ofMinutes(3));
        try (SyncEngine engine = engine()) {
            return engine.run("warehouse-orders", RunBudget.minutes(60));
        }
    }

    private RecordState state() {
        return store.ledger("default")
                .records(RecordQuery.builder()
                        .sync("warehouse-orders")
                        .addRefs(ref())
                        .build())
                .get(0)
                .state();
    }

    private static FakeWorld.Held only(FakeWorld warehouse) {
        List<FakeWorld.Held> all = warehouse.all(RecordType.WAREHOUSE_ORDER);
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    private static List<String> skus(FakeWorld warehouse) {
        return ((WarehouseOrder) only(warehouse).record())
                .lines().stream()
                        .map(line -> line.sku() + " x" + line.quantity().toPlainString())
                        .toList();
    }
}
