package dev.drayage.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.error.ErrorCode;
import dev.drayage.model.RecordType;
import dev.drayage.store.RecordQuery;
import dev.drayage.store.RecordState;
import dev.drayage.sync.OrderSyncs;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a host that watches its syncs is told. */
class EventsTest {
    private final Shop shop = new Shop();

    @Test
    void a_run_tells_its_beginning_each_write_each_record_and_its_end() {
        shop.place("A");
        shop.run();
        assertThat(shop.events)
                .extracting(event -> event.getClass().getSimpleName())
                .containsExactly("RunStarted", "EffectWritten", "RecordEnded", "RunEnded");
        SyncEvent.RunStarted started = shop.heard(SyncEvent.RunStarted.class).get(0);
        SyncEvent.RunEnded ended = shop.heard(SyncEvent.RunEnded.class).get(0);
        assertThat(started.purpose()).isEqualTo(SyncEvent.Purpose.CATCH_UP);
        assertThat(started.run()).isEqualTo("20261101T000301Z-1").isEqualTo(ended.run());
        SyncEvent.EffectWritten written =
                shop.heard(SyncEvent.EffectWritten.class).get(0);
        assertThat(written.target()).isEqualTo(shop.erpWorld.account());
        assertThat(written.type()).isEqualTo("salesOrder");
        assertThat(written.cause()).isEqualTo(shop.ref("A"));
        assertThat(written.attempts()).isEqualTo(1);
        assertThat(shop.erpWorld.get(written.written())).isPresent();
    }

    @Test
    void a_parked_record_is_told_once_and_again_when_it_is_parked_no_more() {
        shop.place("A");
        shop.sink().refuse("A", ErrorCode.SKU_UNKNOWN);
        shop.run();
        retry();
        shop.run();
        assertThat(shop.heard(SyncEvent.RecordParked.class))
                .singleElement()
                .satisfies(parked -> assertThat(parked.code()).contains(ErrorCode.SKU_UNKNOWN));
        assertThat(shop.heard(SyncEvent.Alarm.class))
                .singleElement()
                .satisfies(alarm -> assertThat(alarm.ref()).contains(shop.ref("A")));
        shop.sink().refuse("A", ErrorCode.PERIOD_CLOSED);
        retry();
        shop.run();
        assertThat(shop.alarms).hasSize(2).last().asString().startsWith("PERIOD_CLOSED");
        shop.sink().accept("A");
        retry();
        shop.run();
        assertThat(shop.heard(SyncEvent.RecordUnparked.class))
                .singleElement()
                .satisfies(event -> assertThat(event.state()).isEqualTo(RecordState.SETTLED));
    }

    private void retry() {
        shop.engine()
                .operations("orders", "ann")
                .retry(RecordQuery.builder().addStates(RecordState.PARKED).build());
    }

    @Test
    void what_a_person_sets_aside_takes_up_or_takes_over_is_told() {
        shop.place("A");
        shop.run();
        SyncOperations ann = shop.engine().operations("orders", "ann");
        ann.park(shop.ref("A"), "smells of fraud");
        assertThat(shop.heard(SyncEvent.RecordParked.class))
                .singleElement()
                .satisfies(event -> assertThat(event.code()).isEmpty());
        retry();
        ann.park(shop.ref("A"), "it does smell");
        ann.dismiss(shop.ref("A"), "a test");
        assertThat(shop.heard(SyncEvent.RecordUnparked.class))
                .extracting(SyncEvent.RecordUnparked::state)
                .containsExactly(RecordState.DUE, RecordState.DISMISSED);
    }

    @Test
    void a_record_that_waits_is_told_once_for_each_thing_it_waits_for() {
        shop.place("A");
        shop.sink().deferFor("A", "x");
        for (int i = 0; i < 4; i++) {
            shop.run();
        }
        shop.sink().deferFor("A", "y");
        for (int i = 0; i < 4; i++) {
            shop.time.advance(Duration.ofHours(1));
            shop.run();
        }
        assertThat(shop.heard(SyncEvent.RecordDeferred.class))
                .extracting(SyncEvent.RecordDeferred::waitingFor)
                .containsExactly(Optional.of("x"), Optional.of("y"));
    }

    @Test
    void a_lost_answer_is_told_before_what_became_of_it() {
        shop.place("A");
        shop.sink().loseAnswers(1);
        shop.run();
        assertThat(shop.events)
                .extracting(event -> event.getClass().getSimpleName())
                .containsExactly("RunStarted", "EffectUnclear", "EffectWritten", "RecordEnded", "RunEnded");
        assertThat(shop.heard(SyncEvent.EffectUnclear.class).get(0).reason()).contains("the answer was lost");
    }

    @Test
    void what_people_do_to_a_sync_is_told_with_their_name() {
        SyncOperations ann = shop.engine().operations("orders", "ann");
        ann.pause("stocktaking");
        ann.resume();
        ann.seek(Shop.START);
        ann.reset();
        assertThat(shop.heard(SyncEvent.ConditionChanged.class))
                .extracting(event -> event.actor() + " " + event.change() + " " + event.message())
                .containsExactly(
                        "ann PAUSED stocktaking", "ann RESUMED ", "ann SEEK " + Shop.START, "ann RESET " + Shop.START);
    }

    @Test
    void G11_no_event_holds_anything_of_a_buyer() {
        shop.options = shop.options.with(OrderSyncs.Customers.PER_BUYER);
        shop.place("A", "B");
        shop.sink().refuse("B", ErrorCode.SKU_UNKNOWN).loseAnswers(1);
        shop.run();
        assertThat(shop.erpWorld.all(RecordType.CUSTOMER)).isNotEmpty();
        assertThat(shop.events.toString())
                .contains("EffectWritten")
                .doesNotContainIgnoringCase("robin")
                .doesNotContain("@example.com");
    }

    @Test
    void a_listener_that_throws_harms_neither_the_run_nor_the_others() {
        shop.place("A");
        shop.time.advance(Duration.ofMinutes(3));
        List<SyncEvent> heard = new ArrayList<>();
        try (SyncEngine engine = shop.bare()
                .sync(OrderSyncs.orders("orders", shop.shop, shop.erp, shop.options))
                .listener(new SyncListener() {
                    @Override
                    public void on(SyncEvent event) {
                        throw new IllegalStateException("no more paper");
                    }
                })
                .listener(new SyncListener() {
                    @Override
                    public void on(SyncEvent event) {
                        heard.add(event);
                    }
                })
                .build()) {
            engine.run("orders", RunBudget.minutes(5));
        }
        assertThat(shop.booked()).containsExactly("salesOrder-A");
        assertThat(heard).hasSize(4);
    }
}
