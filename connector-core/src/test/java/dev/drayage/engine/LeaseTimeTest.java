package dev.drayage.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drayage.error.SettingsException;
import dev.drayage.sync.OrderSyncs;
import dev.drayage.testing.FakeConnector;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How long nobody takes over from a process that stands still is the host's to say. */
class LeaseTimeTest {
    private final Shop shop = new Shop();

    /** How a run of another node ends that begins so long after the first node took the domain and stood still. */
    private RunReport.Ending other(Duration lease, Duration standstill) {
        shop.place("A");
        shop.time.advance(Duration.ofMinutes(3));
        RunReport.Ending[] ending = new RunReport.Ending[1];
        FakeConnector same = new FakeConnector(shop.shopWorld);
        try (SyncEngine one = shop.builder().node("one").lease(lease).build();
                SyncEngine other = shop.bare()
                        .sync(OrderSyncs.orders("orders", same, shop.erp, shop.options))
                        .node("other")
                        .lease(lease)
                        .build()) {
            shop.source().beforePage(delivered -> {
                if (ending[0] == null) {
                    shop.time.advance(standstill);
                    ending[0] = other.run("orders", RunBudget.minutes(30)).ending();
                }
            });
            one.run("orders", RunBudget.minutes(30));
        }
        assertThat(shop.booked()).containsExactly("salesOrder-A");
        return ending[0];
    }

    @Test
    void G8_nobody_takes_over_before_a_long_lease_is_over() {
        assertThat(other(Duration.ofMinutes(10), Duration.ofMinutes(9))).isEqualTo(RunReport.Ending.BUSY);
    }

    @Test
    void G8_a_long_lease_is_over_some_time() {
        assertThat(other(Duration.ofMinutes(10), Duration.ofMinutes(11))).isEqualTo(RunReport.Ending.CAUGHT_UP);
    }

    @Test
    void G8_another_node_takes_over_when_a_short_lease_is_over() {
        assertThat(other(Duration.ofMinutes(1), Duration.ofSeconds(70))).isEqualTo(RunReport.Ending.CAUGHT_UP);
    }

    @Test
    void G8_a_lease_that_could_run_out_while_an_answer_is_waited_for_is_refused() {
        assertThatThrownBy(() -> shop.builder().lease(Duration.ofSeconds(59)).build())
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("PT59S")
                .hasMessageContaining("PT1M or more");
    }
}
