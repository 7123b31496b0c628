package dev.drayage.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.call.Priority;
import dev.drayage.engine.Comparison;
import dev.drayage.engine.ComparisonReport;
import dev.drayage.engine.CompletenessReport;
import dev.drayage.engine.Journey;
import dev.drayage.engine.Outcome;
import dev.drayage.engine.RunBudget;
import dev.drayage.engine.RunReport;
import dev.drayage.engine.Sync;
import dev.drayage.engine.SyncEngine;
import dev.drayage.engine.SyncOperations;
import dev.drayage.engine.SyncPolicy;
import dev.drayage.engine.Translated;
import dev.drayage.engine.Translation;
import dev.drayage.error.ErrorCode;
import dev.drayage.model.AccountId;
import dev.drayage.model.CommerceRecord;
import dev.drayage.model.Money;
import dev.drayage.model.OrderLine;
import dev.drayage.model.OrderStatus;
import dev.drayage.model.OrderTotals;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.model.SalesOrder;
import dev.drayage.spi.Connector;
import dev.drayage.spi.Effect;
import dev.drayage.spi.EffectKey;
import dev.drayage.spi.Slice;
import dev.drayage.spi.Violation;
import dev.drayage.spi.Violations;
import dev.drayage.store.AuditEntry;
import dev.drayage.store.InMemorySyncStore;
import dev.drayage.store.RecordEntry;
import dev.drayage.store.RecordQuery;
import dev.drayage.store.RecordState;
import dev.drayage.store.SyncStore;
import dev.drayage.sync.OrderSyncs;
import dev.drayage.testing.FakeConnector;
import dev.drayage.testing.FakeSource;
import dev.drayage.testing.FakeWorld;
import dev.drayage.testing.SampleOrders;
import dev.drayage.testing.SettableTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** "Operations": what people do to a sync, run against fakes. */
class OperationsSnippetsTest {
    private final SettableTime time = new SettableTime(Instant.parse("2026-11-20T12:00:00Z"));
    private final FakeWorld shop = new FakeWorld(new AccountId("amazon", "A1EX-na"), time);
    private final FakeWorld books = new FakeWorld(new AccountId("netsuite", "1234567"), time);
    private final FakeConnector amazon = new FakeConnector(shop);
    private final FakeConnector netsuite = new FakeConnector(books);
    private final SyncStore store = new InMemorySyncStore(time);
    private final SyncEngine engine = SyncEngine.builder()
            .namespace("acme")
            .store(store)
            .time(time)
            .startAt(Instant.parse("2026-11-20T00:00:00Z"))
            .sync(OrderSyncs.amazonOrders(amazon, netsuite))
            .build();

    private RecordRef place(String id) {
        shop.put(SampleOrders.merchant(shop.account(), id, time.instant()));
        time.advance(Duration.ofMinutes(3));
        return RecordRef.of(shop.account(), RecordType.SALES_ORDER, id);
    }

    private RunReport run() {
        time.advance(Duration.ofMinutes(3));
        return engine.run("amazon-orders", RunBudget.minutes(5));
    }

    private static Sync<SalesOrder> slower(Connector amazon, Connector netsuite) {
        // tag::operate-policy[]
        SyncPolicy policy = SyncPolicy.defaults(Priority.ORDERS)
                .withOverlap(Duration.ofMinutes(15))
                .withVersion("2");
        Sync<SalesOrder> orders = OrderSyncs.amazonOrders(
                amazon, netsuite, OrderSyncs.Options.standard().with(policy));
        // end::operate-policy[]
        return orders;
    }

    private static Sync<SalesOrder> own(Connector amazon, Connector netsuite) {
        // tag::operate-own[]
        Translation<SalesOrder> booking = order -> {
            Effect<SalesOrder> sale = Effect.of(
                    new EffectKey(order.ref(), netsuite.account(), "salesOrder"),
                    "order/" + order.ref().id(),
                    RecordType.SALES_ORDER,
                    order,
                    Effect.Mode.CREATE_ONCE);
            if (order.number().startsWith("TEST")) {
                return new Translated.Skip("a test order of the agency");
            }
            if (order.status() == OrderStatus.CANCELLED) {
                return new Translated.Withdraw(List.of(sale), "cancelled at the channel");
            }
            if (order.status() == OrderStatus.PENDING) {
                Violation reason =
                        new Violation(ErrorCode.WAITING_FOR_RECORD, "status", order.number() + " is not released yet");
                return new Translated.Hold(
                        reason, Duration.ofMinutes(15), order.placedAt().plus(Duration.ofDays(2)));
            }
            return OrderTotals.check(order)
                    .<Translated>map(why -> new Translated.Park(
                            Violations.of(ErrorCode.TOTAL_MISMATCH, "total", order.number() + ": " + why)))
                    .orElseGet(() -> Translated.effects(sale));
        };
        Sync<SalesOrder> own = Sync.reading("own-orders", amazon, RecordType.SALES_ORDER)
                .writing(netsuite, RecordType.SALES_ORDER)
                .translation(booking)
                .policy(SyncPolicy.defaults(Priority.ORDERS))
                .build();
        // end::operate-own[]
        return own;
    }

    @Test
    void a_sync_of_ones_own_ends_its_records_as_its_translation_says() {
        put("A", OrderStatus.OPEN);
        put("TEST-1", OrderStatus.OPEN);
        put("CALLED-OFF", OrderStatus.CANCELLED);
        put("LATER", OrderStatus.PENDING);
        shop.put(SampleOrders.order(shop.account(), "ODD", time.instant())
                .total(Money.of("1.00", "USD"))
                .build());
        assertThat(runOwn())
                .isEqualTo(Map.of(
                        "A", RecordState.SETTLED,
                        "TEST-1", RecordState.SKIPPED,
                        "CALLED-OFF", RecordState.SKIPPED,
                        "LATER", RecordState.DEFERRED,
                        "ODD", RecordState.PARKED));
        assertThat(books.writes()).containsExactly("create salesOrder salesOrder-A");
        put("A", OrderStatus.CANCELLED);
        put("LATER", OrderStatus.OPEN);
        assertThat(runOwn()).containsEntry("A", RecordState.PARKED).containsEntry("LATER", RecordState.SETTLED);
        assertThat(books.all(RecordType.SALES_ORDER)).hasSize(2);
    }

    private void put(String id, OrderStatus status) {
        shop.put(SampleOrders.order(shop.account(), id, time.instant())
                .status(status)
                .build());
    }

    /** How the records of the sync stand after a run. */
    private Map<String, RecordState> runOwn() {
        time.advance(Duration.ofMinutes(3));
        try (SyncEngine owned = SyncEngine.builder()
                .store(store)
                .time(time)
                .startAt(Instant.parse("2026-11-20T00:00:00Z"))
                .sync(own(amazon, netsuite))
                .build()) {
            owned.run("own-orders", RunBudget.minutes(5));
            return owned.records(RecordQuery.builder().sync("own-orders").build()).stream()
                    .collect(Collectors.toMap(entry -> entry.ref().id(), RecordEntry::state));
        }
    }

    @Test
    void a_policy_is_an_option_of_a_sync() {
        assertThat(slower(amazon, netsuite).policy().overlap()).isEqualTo(Duration.ofMinutes(15));
        assertThat(slower(amazon, netsuite).policy().maxAttempts()).isEqualTo(8);
    }

    @Test
    void pause_and_resume() {
        place("A");
        // tag::operate-pause[]
        SyncOperations orders = engine.operations("amazon-orders", "ann@acme.example");
        orders.pause("stocktaking until Monday");
        RunReport paused = engine.run("amazon-orders", RunBudget.minutes(5));
        orders.resume();
        // end::operate-pause[]
        assertThat(paused.ending()).isEqualTo(RunReport.Ending.PAUSED);
        assertThat(run().count(Outcome.APPLIED)).isEqualTo(1);
    }

    @Test
    void seek_and_reset() {
        place("A");
        run();
        SyncOperations orders = engine.operations("amazon-orders", "ann@acme.example");
        // tag::operate-seek[]
        orders.seek(Instant.parse("2026-11-20T09:00:00Z"));
        RunReport again = engine.run("amazon-orders", RunBudget.minutes(5));
        // end::operate-seek[]
        assertThat(again.read()).isEqualTo(1);
        assertThat(again.written()).isZero();
        orders.reset();
        assertThat(run().read()).isEqualTo(1);
    }

    @Test
    void retry_what_is_parked_for_one_reason() {
        place("A");
        netsuite.fakeSink(RecordType.SALES_ORDER).refuse("A", ErrorCode.SKU_UNKNOWN);
        run();
        netsuite.fakeSink(RecordType.SALES_ORDER).accept("A");
        // tag::operate-retry[]
        long asked = engine.operations("amazon-orders", "ann@acme.example")
                .retry(RecordQuery.builder()
                        .addStates(RecordState.PARKED)
                        .addCodes(ErrorCode.SKU_UNKNOWN)
                        .build());
        RunReport retried = engine.run("amazon-orders", RunBudget.minutes(5));
        // end::operate-retry[]
        assertThat(asked).isEqualTo(1);
        assertThat(retried.count(Outcome.APPLIED)).isEqualTo(1);
    }

    @Test
    void push_with_a_correction() {
        RecordRef order = place("A");
        // tag::operate-push[]
        UnaryOperator<CommerceRecord> newName = record -> {
            SalesOrder sale = (SalesOrder) record;
            return SalesOrder.builder()
                    .from(sale)
                    .lines(sale.lines().stream()
                            .map(line -> line.sku().equals("MUG-BLUE")
                                    ? OrderLine.builder()
                                            .from(line)
                                            .sku("MUG-NAVY")
                                            .build()
                                    : line)
                            .toList())
                    .build();
        };
        RunReport pushed = engine.operations("amazon-orders", "ann@acme.example")
                .push(order, newName, "the mug goes by its new name");
        // end::operate-push[]
        assertThat(pushed.count(Outcome.APPLIED)).isEqualTo(1);
        SalesOrder booked =
                (SalesOrder) books.all(RecordType.SALES_ORDER).get(0).record();
        assertThat(booked.lines().get(0).sku()).isEqualTo("MUG-NAVY");
    }

    @Test
    void accept_what_was_changed_by_hand() {
        RecordRef order = place("A");
        run();
        SalesOrder sale = (SalesOrder) shop.get(order).orElseThrow().record();
        shop.put(SalesOrder.builder()
                .from(sale)
                .lines(sale.lines().subList(0, 1))
                .total(Money.of("47.85", "USD"))
                .build());
        assertThat(run().count(Outcome.PARKED)).isEqualTo(1);
        SyncOperations orders = engine.operations("amazon-orders", "ann@acme.example");
        // tag::operate-accept[]
        orders.accept(order, "the line was taken off in NetSuite too");
        // end::operate-accept[]
        assertThat(run().count(Outcome.PARKED)).isZero();
        assertThat(engine.records(
                        RecordQuery.builder().addStates(RecordState.SETTLED).build()))
                .hasSize(1);
        assertThat(books.all(RecordType.SALES_ORDER)).hasSize(1);
    }

    @Test
    void dismiss_and_hint() {
        RecordRef order = place("A");
        netsuite.fakeSink(RecordType.SALES_ORDER).refuse("A", ErrorCode.SKU_UNKNOWN);
        run();
        SyncOperations orders = engine.operations("amazon-orders", "ann@acme.example");
        // tag::operate-dismiss[]
        orders.dismiss(order, "a test order of the agency");
        // end::operate-dismiss[]
        assertThat(engine.records(
                        RecordQuery.builder().addStates(RecordState.DISMISSED).build()))
                .hasSize(1);
        // tag::operate-hint[]
        orders.hint(order);
        // end::operate-hint[]
        assertThat(run().count(Outcome.SKIPPED)).isPositive();
        assertThat(engine.push("amazon-orders", order).count(Outcome.PARKED)).isPositive();
    }

    @Test
    void backfill_beside_the_live_sync() {
        place("A");
        // tag::operate-backfill[]
        Slice.Window friday =
                new Slice.Window(Instant.parse("2026-11-20T00:00:00Z"), Instant.parse("2026-11-21T00:00:00Z"));
        RunReport backfilled = engine.backfill("amazon-orders", friday, RunBudget.minutes(30));
        // end::operate-backfill[]
        assertThat(backfilled.count(Outcome.APPLIED)).isEqualTo(1);
        assertThat(run().count(Outcome.UNCHANGED)).isEqualTo(1);
    }

    @Test
    void both_sides_are_compared_and_what_is_missing_is_booked() {
        FakeSource<SalesOrder> source =
                amazon.fakeSource(RecordType.SALES_ORDER).counted();
        place("A");
        source.unlisted("HIDDEN");
        place("HIDDEN");
        run();
        List<String> page = new ArrayList<>();
        // tag::operate-compare[]
        Slice.Window friday =
                new Slice.Window(Instant.parse("2026-11-20T00:00:00Z"), Instant.parse("2026-11-21T00:00:00Z"));
        ComparisonReport report = engine.operations("amazon-orders", "ann@acme.example")
                .compare(Comparison.of(friday).andBook());
        if (!report.agrees()) {
            page.add(report.summary());
            report.differences()
                    .forEach(found -> page.add(found.ref() + " " + found.verdict() + ": " + found.message()));
        }
        RunReport booked = engine.run("amazon-orders", RunBudget.minutes(5));
        // end::operate-compare[]
        assertThat(page).hasSize(2);
        assertThat(page.get(1)).contains("HIDDEN UNSEEN");
        assertThat(report.asked()).isEqualTo(1);
        assertThat(booked.count(Outcome.APPLIED)).isEqualTo(1);
        assertThat(books.all(RecordType.SALES_ORDER)).hasSize(2);
    }

    @Test
    void journey_and_completeness_and_audit() {
        place("A");
        run();
        // tag::operate-journey[]
        Journey journey = engine.journey("A");
        // end::operate-journey[]
        assertThat(journey.records()).hasSize(1);
        assertThat(journey.effects()).hasSize(1);
        // tag::operate-completeness[]
        CompletenessReport day = engine.completeness(
                "amazon-orders", Instant.parse("2026-11-20T00:00:00Z"), Instant.parse("2026-11-20T12:02:00Z"));
        boolean nothingMissing = day.complete();
        // end::operate-completeness[]
        assertThat(nothingMissing).isTrue();
        assertThat(day.seen()).isEqualTo(1);
        engine.operations("amazon-orders", "ann@acme.example").pause("audit");
        // tag::operate-audit[]
        List<AuditEntry> acts = store.ledger("acme").audit("amazon-orders", Instant.EPOCH, 100);
        // end::operate-audit[]
        assertThat(acts).extracting(AuditEntry::actor).contains("ann@acme.example");
    }
}
