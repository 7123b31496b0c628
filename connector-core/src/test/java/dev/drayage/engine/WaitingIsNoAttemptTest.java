package dev.drayage.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.error.ErrorCode;
import dev.drayage.error.OutcomeUnknownException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A record waits at the target for another one for half a day; then its first real write gets no answer. */
class WaitingIsNoAttemptTest {
    @Test
    void G4_a_record_that_was_sent_once_after_a_long_wait_is_not_given_up_as_sent_many_times() {
        Shop shop = new Shop();
        shop.sink().deferFor("A", "its order");
        shop.place("A");
        for (int i = 0; i < 12; i++) {
            shop.run();
            shop.time.advance(Duration.ofHours(1));
        }
        shop.sink().accept("A");
        AtomicInteger sent = new AtomicInteger();
        shop.sink().beforeWrite(() -> {
            if (sent.incrementAndGet() == 1) {
                throw new OutcomeUnknownException(ErrorCode.OUTCOME_UNKNOWN, "no answer");
            }
        });
        for (int i = 0; i < 12; i++) {
            shop.run();
            shop.time.advance(Duration.ofHours(1));
        }
        assertThat(shop.alarms).isEqualTo(List.of());
        assertThat(shop.booked()).hasSize(1);
    }
}
