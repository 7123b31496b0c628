package dev.drayage.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.call.CallContext;
import dev.drayage.call.Cancellation;
import dev.drayage.call.Priority;
import dev.drayage.engine.Comparison;
import dev.drayage.engine.RunBudget;
import dev.drayage.engine.RunReport;
import dev.drayage.engine.SyncEngine;
import dev.drayage.engine.SyncPolicy;
import dev.drayage.error.AuthorisationException;
import dev.drayage.error.ErrorCode;
import dev.drayage.error.UnavailableException;
import dev.drayage.model.AccountId;
import dev.drayage.model.FulfilledBy;
import dev.drayage.model.InventoryLevel;
import dev.drayage.model.Money;
import dev.drayage.model.OrderStatus;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.model.SalesOrder;
import dev.drayage.spi.RecordSource;
import dev.drayage.spi.Slice;
import dev.drayage.store.InMemorySyncStore;
import dev.drayage.testing.FakeConnector;
import dev.drayage.testing.FakeWorld;
import dev.drayage.testing.SampleOrders;
import dev.drayage.testing.SettableTime;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Two storefronts that sell one stock, which the ERP shows late. */
class OversellGuardTest {
    private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");
    private static final String SKU = "MUG & CO|1";

    private final SettableTime time = new SettableTime(START);
    private final FakeWorld shop = new FakeWorld(new AccountId("shop", "S1"), time);
    private final FakeWorld market = new FakeWorld(new AccountId("market", "M1"), time);
    private final FakeWorld erp = new FakeWorld(new AccountId("erp", "E1"), time);
    private final FakeConnector shopDoor = new FakeConnector(shop);
    private final FakeConnector marketDoor = new FakeConnector(market);
    private final FakeConnector erpDoor = new FakeConnector(erp);
    private final InMemorySyncStore store = new InMemorySyncStore(time);
    private final List<OversellGuard.StaleStock> stale = new ArrayList<>();
    private OversellGuard.Options options = OversellGuard.Options.standard()
            .on(time)
            .lookingAfter(Duration.ofMinutes(5))
            .telling(stale::add);

    private PromiseSyncs.Options telling = PromiseSyncs.Options.standard();
    private Instant goLive = START;
    private Duration pause = Duration.ofMinutes(10);

    /** Orders of both, then stock to both, with a guard of this process. */
    private List<RunReport> cycle() {
        time.advance(pause);
        List<RunReport> reports = new ArrayList<>();
        try (SyncEngine engine = engine()) {
            for (String sync : List.of("shop-orders", "market-orders", "shop-stock", "market-stock")) {
                reports.add(engine.run(sync, RunBudget.minutes(60)));
            }
        }
        return reports;
    }

    private SyncEngine engine() {
        OversellGuard guard = OversellGuard.open(store, "default", erpDoor, options);
        return SyncEngine.builder()
                .store(store)
                .time(time)
                .startAt(goLive)
                .sync(OrderSyncs.orders(
                        "shop-orders", guard.watching(shopDoor), erpDoor, OrderSyncs.Options.standard()))
                .sync(OrderSyncs.orders(
                        "market-orders", guard.watching(marketDoor), erpDoor, OrderSyncs.Options.standard()))
                .sync(PromiseSyncs.toStorefront("shop-stock", guard.stock("shop-stock"), shopDoor, telling))
                .sync(PromiseSyncs.toStorefront("market-stock", guard.stock("market-stock"), marketDoor, telling))
                .build();
    }

    private void stock(long units) {
        time.advance(Duration.ofSeconds(1));
        InventoryLevel.Builder level = InventoryLevel.builder();
        level.ref(RecordRef.of(erp.account(), RecordType.INVENTORY_LEVEL, "98-6"))
                .sku(SKU)
                .location("6")
                .countedAt(time.instant())
                .available(BigDecimal.valueOf(units));
        erp.put(level.build());
    }

    private static SalesOrder order(FakeWorld at, String id, int units, Instant when, OrderStatus status) {
        return SampleOrders.order(at.account(), id, when)
                .lines(List.of(SampleOrders.line("L1", SKU, units, "10.00")))
                .charges(List.of())
                .total(Money.of("10.00", "USD"))
                .status(status)
                .build();
    }

    private void sold(FakeWorld at, String id, int units, OrderStatus status) {
        at.put(order(at, id, units, time.instant(), status));
    }

    private static long promised(FakeWorld at) {
        return at.all(RecordType.INVENTORY_LEVEL).stream()
                .map(held -> (InventoryLevel) held.record())
                .mapToLong(level -> level.available().orElseThrow().longValueExact())
                .findFirst()
                .orElseThrow();
    }

    private void bothPromise(long units) {
        assertThat(List.of(promised(shop), promised(market))).containsExactly(units, units);
    }

    private void erpCannotBeRead(boolean down) {
        erpDoor.fakeSource(RecordType.INVENTORY_LEVEL).beforePage(page -> {
            if (down) {
                throw new UnavailableException(ErrorCode.SERVICE_FAILURE, "down");
            }
        });
    }

    @Test
    void an_order_that_is_not_booked_yet_is_taken_off_at_both_and_given_back_when_it_is_cancelled() {
        stock(10);
        cycle();
        bothPromise(10);
        sold(market, "M-1", 3, OrderStatus.PENDING);
        cycle();
        bothPromise(7);
        cycle();
        bothPromise(7);
        sold(market, "M-1", 3, OrderStatus.CANCELLED);
        cycle();
        bothPromise(10);
    }

    @Test
    void a_mapping_version_stops_no_promise() {
        telling = telling.with(SyncPolicy.defaults(Priority.INVENTORY).withVersion("2"));
        stock(10);
        cycle();
        sold(shop, "S-1", 3, OrderStatus.PENDING);
        cycle();
        bothPromise(7);
        stock(4);
        cycle();
        bothPromise(1);

        sold(market, "M-1", 1, OrderStatus.PENDING);
        erpCannotBeRead(true);
        cycle();
        bothPromise(0);
    }

    @Test
    void what_is_given_back_is_told_as_observed_after_what_was_lowered() {
        stock(10);
        cycle();
        sold(market, "M-1", 3, OrderStatus.PENDING);
        cycle();
        Instant lowered = observed(shop);
        sold(market, "M-1", 3, OrderStatus.CANCELLED);
        cycle();
        bothPromise(10);
        assertThat(observed(shop)).isAfter(lowered);
    }

    private static Instant observed(FakeWorld at) {
        return at.all(RecordType.INVENTORY_LEVEL).stream()
                .map(held -> ((InventoryLevel) held.record()).countedAt())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void an_order_that_is_booked_is_taken_off_once() {
        stock(10);
        cycle();
        sold(shop, "S-1", 4, OrderStatus.OPEN);
        time.advance(Duration.ofSeconds(30));
        cycle();
        bothPromise(6);
        stock(6);
        cycle();
        bothPromise(6);
        cycle();
        bothPromise(6);
    }

    @Test
    void an_order_that_was_booked_while_a_page_was_read_slowly_is_not_let_go_by_that_page() {
        stock(10);
        cycle();
        sold(shop, "S-1", 4, OrderStatus.OPEN);
        erpDoor.fakeSource(RecordType.INVENTORY_LEVEL).beforePage(page -> time.advance(Duration.ofSeconds(130)));
        cycle();
        assertThat(promised(shop))
                .as("the page was asked for before the order was booked long enough")
                .isEqualTo(6);
    }

    @Test
    void what_is_on_hand_is_told_to_nobody() {
        stock(10);
        InventoryLevel told =
                (InventoryLevel) erp.all(RecordType.INVENTORY_LEVEL).get(0).record();
        erp.put(InventoryLevel.builder()
                .from(told)
                .onHand(BigDecimal.valueOf(12))
                .build());
        cycle();
        assertThat(shop.all(RecordType.INVENTORY_LEVEL))
                .singleElement()
                .satisfies(held ->
                        assertThat(((InventoryLevel) held.record()).onHand()).isEmpty());
    }

    @Test
    void what_the_channel_ships_itself_takes_nothing() {
        stock(10);
        cycle();
        market.put(SalesOrder.builder()
                .from(order(market, "M-9", 5, time.instant(), OrderStatus.PENDING))
                .fulfilledBy(FulfilledBy.CHANNEL)
                .build());
        cycle();
        bothPromise(10);
    }

    /** An order of before the go-live that changes after it, read in runs closer together than the overlap of their windows. */
    private void soldBeforeTheGoLiveAndChangedSince() {
        pause = Duration.ofMinutes(3);
        goLive = START.plus(Duration.ofDays(1));
        sold(market, "M-0", 3, OrderStatus.OPEN);
        time.advance(Duration.ofDays(2));
        sold(market, "M-0", 3, OrderStatus.PARTIALLY_SHIPPED);
        stock(10);
    }

    @Test
    void an_order_from_before_the_go_live_takes_nothing() {
        soldBeforeTheGoLiveAndChangedSince();
        for (int run = 0; run < 30; run++) {
            cycle();
            bothPromise(10);
        }
        assertThat(erp.all(RecordType.SALES_ORDER)).as("it is skipped").isEmpty();
        assertThat(store.connectorState("default", market.account()).all("oversell.order."))
                .as("nothing of it is kept for ever")
                .isEmpty();
    }

    @Test
    void an_order_from_before_the_go_live_that_is_hinted_takes_nothing() {
        soldBeforeTheGoLiveAndChangedSince();
        cycle();
        time.advance(Duration.ofHours(2));
        for (int run = 0; run < 4; run++) {
            try (SyncEngine engine = engine()) {
                engine.operations("market-orders", "somebody").hint(order("M-0"));
            }
            cycle();
            bothPromise(10);
        }
    }

    private RecordRef order(String id) {
        return RecordRef.of(market.account(), RecordType.SALES_ORDER, id);
    }

    @Test
    void an_order_from_before_the_go_live_that_a_person_pushes_takes_its_units_until_it_is_booked() {
        soldBeforeTheGoLiveAndChangedSince();
        cycle();
        time.advance(Duration.ofHours(2));
        cycle();
        bothPromise(10);
        erpDoor.fakeSink(RecordType.SALES_ORDER).deferFor("M-0", "its item");
        try (SyncEngine engine = engine()) {
            engine.push("market-orders", order("M-0"));
            time.advance(pause);
            engine.run("shop-stock", RunBudget.minutes(60));
        }
        assertThat(promised(shop)).isEqualTo(7);
    }

    @Test
    void a_comparison_takes_nothing_for_orders_from_before_the_go_live() {
        goLive = START.plus(Duration.ofDays(1));
        marketDoor.fakeSource(RecordType.SALES_ORDER).counted();
        sold(market, "M-0", 3, OrderStatus.OPEN);
        time.advance(Duration.ofDays(2));
        stock(10);
        cycle();
        bothPromise(10);
        compare("market-orders");
        cycle();
        bothPromise(10);
    }

    private void compare(String sync) {
        time.advance(Duration.ofMinutes(3));
        try (SyncEngine engine = engine()) {
            engine.compare(
                    sync, Comparison.of(new Slice.Window(START, time.instant())).andBook());
        }
    }

    @Test
    void an_order_that_somebody_skips_takes_nothing_and_one_that_is_pending_does() {
        stock(10);
        cycle();
        sold(market, "M-1", 3, OrderStatus.PENDING);
        cycle();
        cycle();
        bothPromise(7);
        market.put(SalesOrder.builder()
                .from(order(market, "M-1", 3, time.instant(), OrderStatus.OPEN))
                .soldElsewhere(true)
                .build());
        cycle();
        cycle();
        bothPromise(10);
    }

    @Test
    void an_order_that_was_edited_counts_as_it_is_now() {
        stock(10);
        cycle();
        sold(market, "M-1", 3, OrderStatus.PENDING);
        cycle();
        sold(market, "M-1", 1, OrderStatus.PENDING);
        cycle();
        bothPromise(9);
    }

    @Test
    void G1_while_the_erp_cannot_be_read_promises_fall_and_what_changed_meanwhile_is_not_lost() {
        stock(10);
        cycle();
        erpCannotBeRead(true);
        erpDoor.fakeSink(RecordType.SALES_ORDER).outage(new UnavailableException(ErrorCode.SERVICE_FAILURE, "down"));
        sold(shop, "S-1", 4, OrderStatus.OPEN);
        cycle();
        bothPromise(6);
        stock(20);
        sold(market, "M-1", 1, OrderStatus.OPEN);
        cycle();
        bothPromise(5);
        assertThat(stale).isEmpty();
        erpCannotBeRead(false);
        cycle();
        bothPromise(15);
    }

    private RecordSource<SalesOrder> watchedOrders() {
        return OversellGuard.open(store, "default", erpDoor, options)
                .watching(shopDoor)
                .source(RecordType.SALES_ORDER)
                .orElseThrow();
    }

    private CallContext call() {
        return CallContext.within(Duration.ofMinutes(5), time, new Cancellation(), Priority.BACKFILL);
    }

    private void tellTheShopAlone() {
        OversellGuard guard = OversellGuard.open(store, "default", erpDoor, options);
        guard.watching(shopDoor);
        try (SyncEngine engine = SyncEngine.builder()
                .store(store)
                .time(time)
                .startAt(START)
                .sync(PromiseSyncs.toStorefront("shop-stock", guard.stock("shop-stock"), shopDoor, telling))
                .build()) {
            engine.run("shop-stock", RunBudget.minutes(60));
        }
    }

    @Test
    void an_order_that_only_a_comparison_finds_is_taken_off_from_the_run_that_fetches_it() {
        stock(10);
        cycle();
        shopDoor.fakeSource(RecordType.SALES_ORDER).counted().unlisted("S-1");
        erpDoor.fakeSink(RecordType.SALES_ORDER).deferFor("S-1", "its item");
        sold(shop, "S-1", 4, OrderStatus.OPEN);
        cycle();
        bothPromise(10);
        compare("shop-orders");
        assertThat(store.connectorState("default", shop.account()).all("oversell.order."))
                .as("a comparison holds no lease, and notes nothing")
                .isEmpty();
        cycle();
        bothPromise(6);
    }

    @Test
    void a_later_window_that_is_read_again_hides_no_order_that_came_before_it() {
        stock(10);
        cycle();
        time.advance(Duration.ofMinutes(10));
        sold(shop, "S-1", 4, OrderStatus.OPEN);
        time.advance(Duration.ofHours(1));
        Instant now = time.instant();
        Slice.Window later = new Slice.Window(now.minus(Duration.ofMinutes(30)), now.minus(Duration.ofMinutes(10)));
        assertThat(watchedOrders().read(later, Optional.empty(), call()).changes())
                .isEmpty();
        tellTheShopAlone();
        assertThat(promised(shop)).isEqualTo(6);
    }

    @Test
    void a_refused_credential_of_the_erp_is_no_reason_to_promise_what_is_sold() {
        options = options.flooring(2);
        stock(10);
        cycle();
        erpDoor.fakeSource(RecordType.INVENTORY_LEVEL).beforePage(page -> {
            throw new AuthorisationException(ErrorCode.CREDENTIALS_REFUSED, "expired");
        });
        time.advance(Duration.ofMinutes(61));
        sold(shop, "S-1", 4, OrderStatus.PENDING);
        List<RunReport> reports = cycle();
        bothPromise(2);
        assertThat(stale).extracting(OversellGuard.StaleStock::sync).contains("shop-stock", "market-stock");
        assertThat(reports.get(2).ending()).isEqualTo(RunReport.Ending.NEEDS_REAUTHORISATION);
    }

    @Test
    void orders_of_more_pages_than_are_read_at_once_are_known_in_the_end() {
        stock(1000);
        cycle();
        shopDoor.fakeSource(RecordType.SALES_ORDER).pageSize(1);
        erpDoor.fakeSink(RecordType.SALES_ORDER).outage(new UnavailableException(ErrorCode.SERVICE_FAILURE, "down"));
        sold(shop, "S-0", 1, OrderStatus.OPEN);
        cycle();
        for (int i = 1; i <= 79; i++) {
            time.advance(Duration.ofSeconds(30));
            sold(shop, "S-" + i, 1, OrderStatus.OPEN);
        }
        cycle();
        cycle();
        bothPromise(920);
    }

    @Test
    void stock_that_is_too_old_is_held_and_told_of() {
        stock(10);
        cycle();
        erpCannotBeRead(true);
        time.advance(Duration.ofMinutes(61));
        cycle();
        bothPromise(10);
        assertThat(stale).extracting(OversellGuard.StaleStock::sync).containsExactly("shop-stock", "market-stock");
    }

    @Test
    void stock_that_is_too_old_falls_to_the_floor_and_rises_again() {
        options = options.flooring(2);
        stock(10);
        cycle();
        erpCannotBeRead(true);
        time.advance(Duration.ofMinutes(61));
        cycle();
        bothPromise(2);
        sold(shop, "S-1", 9, OrderStatus.PENDING);
        cycle();
        bothPromise(1);
        erpCannotBeRead(false);
        cycle();
        bothPromise(1);
        sold(shop, "S-1", 9, OrderStatus.CANCELLED);
        cycle();
        bothPromise(10);
    }

    /**
     * Sales at random at both storefronts, never more than each believes to have; booking is late by up to ninety minutes, and the
     * ERP's stock falls only with it. After each cycle both promise exactly what is there less all that was sold.
     */
    @Test
    void at_random_nothing_is_promised_twice_and_no_correction_is_swallowed() {
        for (long seed = 1; seed <= 20; seed++) {
            new OversellGuardTest().randomDay(seed);
        }
    }

    private void randomDay(long seed) {
        SplittableRandom dice = new SplittableRandom(seed);
        long there = 25;
        long soldInAll = 0;
        Map<FakeWorld, Integer> orders = new LinkedHashMap<>();
        orders.put(shop, 0);
        orders.put(market, 0);
        stock(there);
        cycle();
        int late = 0;
        for (int turn = 0; turn < 40; turn++) {
            if (late == 0 && dice.nextInt(4) == 0) {
                late = 1 + dice.nextInt(9);
            }
            boolean down = late > 0;
            late = Math.max(0, late - 1);
            erpDoor.fakeSink(RecordType.SALES_ORDER)
                    .outage(down ? new UnavailableException(ErrorCode.SERVICE_FAILURE, "down") : null);
            for (FakeWorld each : List.of(shop, market)) {
                long most = Math.min(2, there - soldInAll);
                if (most > 0 && dice.nextInt(3) > 0) {
                    int units = 1 + dice.nextInt((int) most);
                    soldInAll += units;
                    orders.merge(each, 1, Integer::sum);
                    sold(each, each.account().id() + "-" + orders.get(each), units, OrderStatus.OPEN);
                }
            }
            if (dice.nextInt(6) == 0) {
                there += 3;
            }
            stock(there - booked());
            cycle();
            assertThat(List.of(promised(shop), promised(market)))
                    .as("seed %s turn %s: %s there, %s sold", seed, turn, there, soldInAll)
                    .containsExactly(there - soldInAll, there - soldInAll);
        }
    }

    private long booked() {
        return erp.all(RecordType.SALES_ORDER).stream()
                .map(held -> (SalesOrder) held.record())
                .flatMap(order -> order.lines().stream())
                .mapToLong(line -> line.quantity().longValueExact())
                .sum();
    }
}
