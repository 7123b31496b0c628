package dev.drayage.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drayage.call.Priority;
import dev.drayage.spi.SourceTraits;
import dev.drayage.sync.OrderSyncs;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Windows after a long outage, of a source that refuses longer ones than it says. */
class WindowSpansTest {
    private static final Duration SPAN = Duration.ofHours(1);

    private final Shop shop = new Shop();

    @Test
    void G1_no_window_is_longer_than_the_source_reads_at_once() {
        readAfterAnOutage(5);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 59, 60, 600})
    void G1_nor_is_it_with_an_overlap_that_is_as_long_as_a_window(int overlapMinutes) {
        readAfterAnOutage(overlapMinutes);
    }

    private void readAfterAnOutage(int overlapMinutes) {
        shop.source().traits(SourceTraits.windowed(Duration.ofMillis(1), Duration.ofMinutes(2), SPAN));
        try (SyncEngine engine = shop.bare()
                .sync(OrderSyncs.orders(
                        "orders",
                        shop.shop,
                        shop.erp,
                        shop.options.with(
                                SyncPolicy.defaults(Priority.ORDERS).withOverlap(Duration.ofMinutes(overlapMinutes)))))
                .build()) {
            shop.place("A");
            run(engine);
            shop.time.advance(Duration.ofHours(5));
            shop.place("B", "C");
            shop.time.advance(Duration.ofHours(5));
            run(engine);
        }
        assertThat(shop.booked()).containsExactly("salesOrder-A", "salesOrder-B", "salesOrder-C");
    }

    private void run(SyncEngine engine) {
        shop.time.advance(Duration.ofMinutes(3));
        assertThat(engine.run("orders", RunBudget.minutes(60)).ending()).isEqualTo(RunReport.Ending.CAUGHT_UP);
    }

    @Test
    void G1_a_source_whose_windows_would_be_empty_is_refused() {
        assertThatThrownBy(() -> SourceTraits.windowed(Duration.ofMillis(1), Duration.ofMinutes(2), Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("maxSpan");
    }
}
