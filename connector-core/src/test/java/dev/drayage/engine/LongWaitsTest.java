package dev.drayage.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.call.Priority;
import dev.drayage.error.ErrorCode;
import dev.drayage.error.OutcomeUnknownException;
import dev.drayage.spi.SinkTraits;
import dev.drayage.store.RecordState;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Something waits, and goes on waiting, and nobody looks: then people are told, once. */
class LongWaitsTest {
    private final Shop shop = new Shop();

    @Test
    void G4_a_record_that_waits_for_a_day_is_told_once_and_stays_deferred() {
        shop.place("A");
        shop.sink().deferFor("A", "the company of order A");
        shop.run();
        Instant since = shop.entry("A").updatedAt();
        runHourly(23);
        assertThat(shop.alarms).isEmpty();
        runHourly(30); // each by an engine of its own, as after a restart
        assertThat(shop.alarms)
                .singleElement()
                .asString()
                .startsWith("WAITS_LONG")
                .contains("the company of order A", "shop:S1/salesOrder/A", since.toString());
        assertThat(shop.entry("A").state()).isEqualTo(RecordState.DEFERRED);
        assertThat(shop.entry("A").code()).contains(ErrorCode.WAITS_LONG);
        assertThat(shop.entry("A").updatedAt()).isEqualTo(since);
        shop.sink().accept("A");
        runHourly(2);
        assertThat(shop.booked()).containsExactly("salesOrder-A");
        assertThat(shop.entry("A").code()).isEmpty();
    }

    @Test
    void G4_another_cause_is_told_again_after_a_day_of_its_own() {
        shop.place("A");
        shop.sink().deferFor("A", "x");
        shop.run();
        runHourly(30);
        shop.sink().deferFor("A", "y");
        runHourly(20);
        assertThat(shop.entry("A").code()).contains(ErrorCode.WAITING_FOR_RECORD);
        assertThat(shop.alarms).hasSize(1);
        runHourly(10);
        assertThat(shop.alarms).hasSize(2).last().asString().contains("waits for y");
    }

    @Test
    void G4_how_long_is_the_policys_to_say() {
        policy(SyncPolicy.defaults(Priority.ORDERS).withAlarmAfter(Duration.ofHours(3)));
        shop.place("A");
        shop.sink().deferFor("A", "x");
        shop.run();
        runHourly(4);
        assertThat(shop.alarms).hasSize(1);
    }

    @Test
    void G4_a_record_that_is_not_looked_at_for_weeks_is_told_in_time_all_the_same() {
        policy(SyncPolicy.defaults(Priority.ORDERS).withDeferral(Duration.ofDays(14), Duration.ofDays(14)));
        shop.place("A");
        shop.sink().deferFor("A", "x");
        shop.run();
        runHourly(30);
        assertThat(shop.alarms).singleElement().asString().startsWith("WAITS_LONG");
    }

    @Test
    void G4_a_write_whose_end_is_not_known_for_a_day_is_told_once() {
        shop.erp.traits(new SinkTraits(1, SinkTraits.Recovery.UNIQUE_KEY, Duration.ofDays(10), 0));
        shop.place("A");
        shop.sink().beforeWrite(() -> {
            throw new OutcomeUnknownException(ErrorCode.OUTCOME_UNKNOWN, "cut off");
        });
        shop.run();
        assertThat(shop.entry("A").state()).isEqualTo(RecordState.OPEN);
        runHourly(23);
        assertThat(shop.alarms).isEmpty();
        runHourly(30);
        assertThat(shop.alarms)
                .singleElement()
                .asString()
                .startsWith("WAITS_LONG")
                .contains("erp:E1");
        assertThat(shop.entry("A").state()).isEqualTo(RecordState.OPEN);
        assertThat(shop.erpWorld.writes()).isEmpty();
    }

    private void policy(SyncPolicy policy) {
        shop.options = shop.options.with(policy);
    }

    private void runHourly(int hours) {
        for (int i = 0; i < hours; i++) {
            shop.time.advance(Duration.ofMinutes(57));
            shop.run();
        }
    }
}
