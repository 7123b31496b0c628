package dev.drayage.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.error.AuthorisationException;
import dev.drayage.error.ErrorCode;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A person pauses a sync while a run of it fails. */
class PausedDuringRunTest {
    @Test
    void G12_a_pause_during_a_run_outlives_the_runs_failure() {
        Shop shop = new Shop();
        shop.place("A");
        shop.time.advance(Duration.ofMinutes(3));
        SyncEngine engine = shop.engine();
        shop.source().beforePage(delivered -> {
            engine.operations("orders", "robin").pause("stocktaking");
            throw new AuthorisationException(ErrorCode.CREDENTIALS_REFUSED, "expired", 401, null, null);
        });
        engine.run("orders", RunBudget.minutes(5));
        shop.source().beforePage(delivered -> {});
        shop.time.advance(Duration.ofHours(1));
        RunReport later = engine.run("orders", RunBudget.minutes(5));
        assertThat(later.ending()).isEqualTo(RunReport.Ending.PAUSED);
        assertThat(shop.booked()).isEmpty();
    }

    @Test
    void G12_a_seek_during_a_run_outlives_the_runs_failure() {
        Shop shop = new Shop();
        shop.time.advance(Duration.ofDays(2));
        shop.run();
        SyncEngine engine = shop.engine();
        shop.time.advance(Duration.ofMinutes(10));
        shop.source().beforePage(delivered -> {
            engine.operations("orders", "robin").seek(Shop.START);
            throw new AuthorisationException(ErrorCode.CREDENTIALS_REFUSED, "expired", 401, null, null);
        });
        engine.run("orders", RunBudget.minutes(5));
        assertThat(shop.store
                        .ledger("default")
                        .condition("orders")
                        .orElseThrow()
                        .seekTo())
                .contains(Shop.START);
    }
}
