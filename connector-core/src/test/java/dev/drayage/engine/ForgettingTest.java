package dev.drayage.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.drayage.error.ErrorCode;
import dev.drayage.error.SettingsException;
import dev.drayage.model.OrderStatus;
import dev.drayage.spi.Slice;
import dev.drayage.store.AuditEntry;
import dev.drayage.store.RecordQuery;
import dev.drayage.store.Retention;
import dev.drayage.testing.SampleOrders;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is over is forgotten after a while, and nothing at the target changes for it. */
class ForgettingTest {
    private static final Retention SHORTEST =
            Retention.builder().records(Retention.SHORTEST).build();

    private final Shop shop = new Shop();

    private List<String> known() {
        return shop.store.ledger("default").records(RecordQuery.builder().build()).stream()
                .map(entry -> entry.ref().id() + " " + entry.state())
                .toList();
    }

    private long forget(Retention retention) {
        try (SyncEngine engine = shop.engine()) {
            return engine.operations("orders", "ann").forget(retention);
        }
    }

    private void months(int count) {
        shop.time.advance(Duration.ofDays(30L * count));
        shop.run();
    }

    @Test
    void G2_what_was_forgotten_and_is_read_again_is_not_booked_again() {
        shop.place("A", "B");
        shop.run();
        List<String> writes = shop.erpWorld.writes();
        months(2);

        assertThat(forget(SHORTEST)).isEqualTo(2);

        assertThat(known()).isEmpty();
        try (SyncEngine engine = shop.engine()) {
            engine.backfill(
                    "orders",
                    new Slice.Window(Shop.START, Shop.START.plus(Duration.ofHours(1))),
                    RunBudget.minutes(60));
        }
        assertThat(known()).containsExactly("A SETTLED", "B SETTLED");
        assertThat(shop.erpWorld.writes()).isEqualTo(writes);
        months(2);
        forget(SHORTEST);
        shop.engine().operations("orders", "ann").seek(Shop.START);
        shop.run();
        assertThat(known()).containsExactly("A SETTLED", "B SETTLED");
        assertThat(shop.erpWorld.writes()).isEqualTo(writes);
        assertThat(shop.booked()).hasSize(2);
    }

    @Test
    void G4_a_forgotten_order_that_is_cancelled_still_needs_a_person() {
        shop.place("A");
        shop.run();
        months(2);
        forget(SHORTEST);
        shop.shopWorld.put(SampleOrders.order(shop.shopWorld.account(), "A", Shop.START)
                .updatedAt(shop.time.instant())
                .status(OrderStatus.CANCELLED)
                .build());
        shop.run();
        assertThat(shop.booked()).hasSize(1);
        assertThat(shop.entry("A").code()).contains(ErrorCode.WITHDRAWN_AFTER_BOOKING);
    }

    @Test
    void G12_a_dismissal_holds_unless_it_is_asked_to_be_forgotten() {
        shop.sink().refuse("A", ErrorCode.VALUE_UNMAPPED);
        shop.place("A");
        shop.run();
        shop.sink().accept("A");
        shop.engine().operations("orders", "ann").dismiss(shop.ref("A"), "booked by hand");
        months(3);

        assertThat(forget(SHORTEST)).isZero();

        shop.shopWorld.put(SampleOrders.order(shop.shopWorld.account(), "A", shop.time.instant())
                .status(OrderStatus.SHIPPED)
                .build());
        shop.run();
        assertThat(shop.booked()).isEmpty();
        months(3);
        assertThat(forget(Retention.builder()
                        .dismissed(true)
                        .records(Retention.SHORTEST)
                        .build()))
                .isEqualTo(1);
    }

    @Test
    void G4_what_needs_a_person_stays_however_old_it_is() {
        shop.sink().refuse("A", ErrorCode.VALUE_UNMAPPED);
        shop.place("A");
        shop.run();
        months(30);
        assertThat(forget(SHORTEST)).isZero();
        assertThat(known()).containsExactly("A PARKED");
    }

    @Test
    void what_a_sync_that_stood_still_will_read_again_stays() {
        shop.place("A");
        shop.run();
        shop.time.advance(Duration.ofDays(300));
        assertThat(forget(SHORTEST)).isZero();
        assertThat(known()).containsExactly("A SETTLED");
    }

    @Test
    void G12_forgetting_is_an_act_and_old_acts_go_too() {
        shop.place("A");
        shop.run();
        shop.engine().operations("orders", "ann").pause("tea");
        shop.engine().operations("orders", "ann").resume();
        months(2);
        assertThat(forget(Retention.builder()
                        .records(Retention.SHORTEST)
                        .audit(Retention.SHORTEST)
                        .build()))
                .isEqualTo(3);
        assertThat(shop.store.ledger("default").audit("orders", Instant.EPOCH, 9))
                .singleElement()
                .extracting(AuditEntry::actor, AuditEntry::action)
                .containsExactly("ann", "forget");
    }

    @Test
    void more_than_a_batch_is_forgotten_at_once() {
        for (int i = 0; i < 1_100; i++) {
            shop.place("n" + i);
        }
        shop.run();
        months(2);
        assertThat(forget(SHORTEST)).isEqualTo(1_100);
        assertThat(known()).isEmpty();
    }

    @Test
    void G8_nothing_is_forgotten_while_another_node_holds_the_domain() {
        shop.place("A");
        shop.run();
        months(2);
        List<Throwable> refusals = new ArrayList<>();
        try (SyncEngine running = shop.builder().node("other").build();
                SyncEngine asked = shop.builder().node("asked").build()) {
            shop.sink()
                    .beforeWrite(() -> refusals.add(catchThrowable(
                            () -> asked.operations("orders", "ann").forget(SHORTEST))));
            shop.place("B");
            shop.time.advance(Duration.ofMinutes(3));
            running.run("orders", RunBudget.minutes(60));
        }
        assertThat(refusals).singleElement().isInstanceOf(IllegalStateException.class);
        assertThat(known()).containsExactly("A SETTLED", "B SETTLED");
    }

    @Test
    void a_span_that_is_shorter_than_what_is_read_again_is_refused() {
        assertThatThrownBy(() -> Retention.builder()
                        .records(Duration.ofDays(34))
                        .audit(Duration.ofDays(1))
                        .build())
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("records: must be 35 days")
                .hasMessageContaining("audit: must be 35 days");
    }
}
