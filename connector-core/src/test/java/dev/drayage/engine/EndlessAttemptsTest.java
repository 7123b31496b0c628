package dev.drayage.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.error.ErrorCode;
import dev.drayage.error.OutcomeUnknownException;
import dev.drayage.spi.SinkTraits;
import dev.drayage.store.RecordState;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A record that the target answers with an error each time, without saying whether it ran. */
class EndlessAttemptsTest {
    @Test
    void G4_an_order_that_never_lands_is_parked_after_the_attempts_of_the_policy_also_where_absence_has_a_grace() {
        Shop shop = new Shop();
        shop.erp.traits(new SinkTraits(1, SinkTraits.Recovery.UNIQUE_KEY, Duration.ofMinutes(2), 0));
        AtomicInteger sent = new AtomicInteger();
        shop.sink().beforeWrite(() -> {
            sent.incrementAndGet();
            throw new OutcomeUnknownException(ErrorCode.OUTCOME_UNKNOWN, "status 500");
        });
        shop.place("A");
        for (int i = 0; i < 50; i++) {
            shop.run();
            shop.time.advance(Duration.ofMinutes(10));
        }
        assertThat(shop.alarms)
                .as("somebody is told; it was sent " + sent + " times")
                .isNotEmpty();
        assertThat(shop.entry("A").state()).isEqualTo(RecordState.PARKED);
    }
}
