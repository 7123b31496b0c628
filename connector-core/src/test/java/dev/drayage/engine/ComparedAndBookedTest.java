package dev.drayage.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.engine.ComparisonReport.Verdict;
import dev.drayage.error.ErrorCode;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.model.SalesOrder;
import dev.drayage.spi.Effect;
import dev.drayage.spi.EffectKey;
import dev.drayage.spi.SinkTraits;
import dev.drayage.spi.Slice;
import dev.drayage.spi.Violations;
import dev.drayage.store.RecordQuery;
import dev.drayage.store.RecordState;
import dev.drayage.sync.OrderSyncs;
import dev.drayage.testing.SampleOrders;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A comparison that has what is missing booked doubles nothing that people or other tools booked. */
class ComparedAndBookedTest {
    private final Shop shop = new Shop();
    private boolean itemIsKnown = true;

    @BeforeEach
    void aTargetThatTakesDoubles() {
        shop.sink().allowDoubles();
        shop.source().counted().unlisted("HIDDEN");
    }

    private SyncEngine engine() {
        return shop.bare()
                .sync(Sync.reading("orders", shop.shop, RecordType.SALES_ORDER)
                        .writing(shop.erp, RecordType.SALES_ORDER)
                        .translation(this::translate)
                        .build())
                .build();
    }

    private Translated translate(SalesOrder order) {
        return itemIsKnown || !order.ref().id().equals("HIDDEN")
                ? Translated.effects(Effect.of(
                        new EffectKey(order.ref(), shop.erpWorld.account(), "salesOrder"),
                        "order/" + order.ref().id(),
                        RecordType.SALES_ORDER,
                        order,
                        Effect.Mode.CREATE_ONCE))
                : new Translated.Park(Violations.of(ErrorCode.SKU_UNKNOWN, "sku", "no item"));
    }

    private void run(SyncEngine engine) {
        shop.time.advance(Duration.ofMinutes(3));
        engine.run("orders", RunBudget.minutes(5));
    }

    private ComparisonReport compare(SyncEngine engine) {
        shop.time.advance(Duration.ofMinutes(3));
        Slice.Window all = new Slice.Window(Shop.START, shop.time.instant());
        return engine.compare("orders", Comparison.of(all).andBook());
    }

    /** Two orders after the ledger began, of which the source lists one. */
    private void placeTwo(SyncEngine engine) {
        run(engine);
        shop.place("A", "HIDDEN");
        run(engine);
    }

    private void bookByHand() {
        Instant now = shop.time.instant();
        shop.erpWorld.put(
                "salesOrder-HIDDEN",
                SampleOrders.order(shop.shopWorld.account(), "HIDDEN", now)
                        .ref(RecordRef.of(shop.erpWorld.account(), RecordType.SALES_ORDER, "by-hand"))
                        .build());
    }

    @Test
    void G2_what_a_person_books_between_the_comparison_and_the_run_is_not_booked_again() {
        try (SyncEngine engine = engine()) {
            placeTwo(engine);
            assertThat(compare(engine).asked()).isEqualTo(1);
            bookByHand();
            run(engine);
        }
        assertThat(shop.erpWorld.all(RecordType.SALES_ORDER)).hasSize(2);
    }

    @Test
    void G2_what_a_person_books_because_it_is_parked_is_not_booked_again_when_it_is_retried() {
        itemIsKnown = false;
        try (SyncEngine engine = engine()) {
            placeTwo(engine);
            compare(engine);
            run(engine);
            assertThat(shop.entry("HIDDEN").state()).isEqualTo(RecordState.PARKED);
            bookByHand();
            itemIsKnown = true;
            engine.operations("orders", "ann")
                    .retry(RecordQuery.builder().addStates(RecordState.PARKED).build());
            run(engine);
        }
        assertThat(shop.entry("HIDDEN").state()).isEqualTo(RecordState.SETTLED);
        assertThat(shop.erpWorld.all(RecordType.SALES_ORDER)).hasSize(2);
    }

    @Test
    void G2_what_stands_there_by_another_hand_is_not_asked_for_where_a_write_may_be_repeated_either() {
        shop.erp.traits(new SinkTraits(1, SinkTraits.Recovery.REPEATABLE, Duration.ZERO, 0));
        try (SyncEngine engine = engine()) {
            placeTwo(engine);
            bookByHand();
            ComparisonReport report = compare(engine);
            assertThat(report.count(Verdict.UNSEEN)).isEqualTo(1);
            assertThat(report.asked()).isZero();
        }
    }

    @Test
    void G2_history_from_before_the_sync_began_is_not_booked() {
        shop.place("OLD");
        shop.time.advance(Duration.ofHours(5));
        try (SyncEngine engine = SyncEngine.builder()
                .store(shop.store)
                .time(shop.time)
                .sync(OrderSyncs.orders("orders", shop.shop, shop.erp, shop.options))
                .build()) {
            run(engine);
            shop.place("NEW");
            run(engine);
            ComparisonReport report = compare(engine);
            assertThat(report.count(Verdict.SKIPPED)).isEqualTo(1);
            assertThat(report.agrees()).isTrue();
            run(engine);
        }
        assertThat(shop.booked()).containsExactly("salesOrder-NEW");
    }
}
