package dev.drayage.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.spi.SinkTraits;
import dev.drayage.store.RecordState;
import dev.drayage.testing.SettableTime;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A node that sleeps between recording a write and sending it finds another node at work when it wakes. */
class FencedWriteTest {
    private final Shop shop = new Shop();

    @Test
    void G8_a_write_that_slept_until_another_node_had_made_it_is_not_sent() {
        shop.erp.traits(new SinkTraits(1, SinkTraits.Recovery.LOOKUP_ONLY, Duration.ZERO, 0));
        shop.sink().allowDoubles();
        shop.place("A");
        shop.time.advance(Duration.ofMinutes(3));
        boolean[] slept = {false};
        shop.sink().beforeWrite(() -> {
            if (!slept[0]) {
                slept[0] = true;
                shop.time.advance(Duration.ofMinutes(5));
                for (int i = 0; i < 3; i++) { // asks for what was recorded, does not find it, writes it
                    shop.time.advance(Duration.ofMinutes(1));
                    try (SyncEngine other = shop.builder().node("other").build()) {
                        other.run("orders", RunBudget.minutes(5));
                    }
                }
                assertThat(shop.erpWorld.writes()).hasSize(1);
            }
        });
        try (SyncEngine one = shop.builder().node("one").build()) {
            assertThat(one.run("orders", RunBudget.minutes(5)).ending()).isEqualTo(RunReport.Ending.BUSY);
        }
        assertThat(shop.erpWorld.writes()).hasSize(1);
        assertThat(shop.entry("A").state()).isEqualTo(RecordState.SETTLED);
    }

    @Test
    void a_node_whose_steady_clock_stood_still_while_the_machine_slept_notices_by_the_other_one() {
        shop.place("A");
        shop.time.advance(Duration.ofMinutes(3));
        SettableTime own = new SettableTime(shop.time.instant());
        shop.sink().beforeWrite(() -> {
            shop.time.advance(Duration.ofMinutes(5));
            own.wakeAt(shop.time.instant());
            assertThat(shop.store.leases("default").acquire("erp:E1 shop:S1", "other", Duration.ofMinutes(2)))
                    .isPresent();
        });
        try (SyncEngine engine = shop.builder().time(own).build()) {
            assertThat(engine.run("orders", RunBudget.minutes(5)).ending()).isEqualTo(RunReport.Ending.BUSY);
        }
        assertThat(shop.erpWorld.writes()).isEmpty();
    }

    @Test
    void a_node_that_slept_while_nobody_else_came_goes_on() {
        shop.place("A");
        shop.time.advance(Duration.ofMinutes(3));
        shop.sink().beforeWrite(() -> shop.time.advance(Duration.ofMinutes(5)));
        try (SyncEngine engine = shop.engine()) {
            assertThat(engine.run("orders", RunBudget.minutes(30)).ending()).isEqualTo(RunReport.Ending.CAUGHT_UP);
        }
        assertThat(shop.booked()).containsExactly("salesOrder-A");
    }
}
