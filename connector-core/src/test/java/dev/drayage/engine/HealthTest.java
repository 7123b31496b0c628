package dev.drayage.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.engine.SyncHealth.Status;
import dev.drayage.error.AuthorisationException;
import dev.drayage.error.ErrorCode;
import dev.drayage.error.OutcomeUnknownException;
import dev.drayage.error.StoreException;
import dev.drayage.error.UnavailableException;
import dev.drayage.spi.SinkTraits;
import dev.drayage.store.RecordState;
import dev.drayage.store.Retention;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** How a sync is, asked of an engine that has just been started: no green light while something waits unseen. */
class HealthTest {
    private final Shop shop = new Shop();

    private SyncHealth health() {
        return health(HealthThresholds.standard());
    }

    private SyncHealth health(HealthThresholds thresholds) {
        try (SyncEngine engine = shop.engine()) {
            return engine.health(thresholds).get(0);
        }
    }

    @Test
    void a_sync_that_has_never_run_is_not_in_order() {
        assertThat(health().status()).isEqualTo(Status.ATTENTION);
        assertThat(health().why()).contains("never run");
    }

    @Test
    void a_sync_that_has_caught_up_is_and_every_node_knows_how_its_last_run_ended() {
        shop.place("A");
        RunReport report = shop.run();
        SyncHealth health = health();
        assertThat(health.status()).as(health.why()).isEqualTo(Status.OK);
        assertThat(health.behind()).contains(Duration.ZERO);
        assertThat(health.lastRun()).hasValueSatisfying(last -> {
            assertThat(last.ending()).isEqualTo(RunReport.Ending.CAUGHT_UP);
            assertThat(last.startedAt()).isEqualTo(report.startedAt());
            assertThat(last.caughtUpAt()).contains(report.endedAt());
        });
    }

    @Test
    void nobody_runs_it() {
        shop.run();
        shop.time.advance(Duration.ofMinutes(59));
        assertThat(health().status()).isEqualTo(Status.OK);
        shop.time.advance(Duration.ofMinutes(1));
        assertThat(health().status()).isEqualTo(Status.ATTENTION);
        assertThat(health().why()).contains("60 minutes");
        shop.time.advance(Duration.ofHours(5));
        assertThat(health().status()).isEqualTo(Status.FAILING);
        assertThat(health(HealthThresholds.standard().withBehind(Duration.ofDays(1), Duration.ofDays(2)))
                        .status())
                .isEqualTo(Status.OK);
    }

    @Test
    void one_record_is_parked() {
        shop.place("A");
        shop.sink().refuse("A", ErrorCode.SKU_UNKNOWN);
        shop.run();
        Instant since = shop.entry("A").updatedAt();
        assertThat(health().status()).isEqualTo(Status.ATTENTION);
        assertThat(health().why()).isEqualTo("1 parked, the oldest since " + since);
        assertThat(health().parked().oldest()).contains(since);
        assertThat(health(HealthThresholds.standard().withParked(1)).status()).isEqualTo(Status.OK);
    }

    @Test
    void a_record_waits_for_a_day() {
        shop.place("A");
        shop.sink().deferFor("A", "x");
        shop.run();
        assertThat(health().status()).as("it may wait").isEqualTo(Status.OK);
        for (int i = 0; i < 25; i++) {
            shop.time.advance(Duration.ofMinutes(57));
            shop.run();
        }
        assertThat(health().status()).isEqualTo(Status.ATTENTION);
        assertThat(health().deferred().count()).isEqualTo(1);
        assertThat(health().why()).contains("wait for others");
    }

    @Test
    void a_write_never_ended_though_no_record_tells_of_it() {
        shop.erp.traits(new SinkTraits(1, SinkTraits.Recovery.UNIQUE_KEY, Duration.ofDays(10), 0));
        shop.place("A");
        shop.sink().beforeWrite(() -> {
            throw new OutcomeUnknownException(ErrorCode.OUTCOME_UNKNOWN, "cut off");
        });
        shop.run();
        assertThat(health().open().count()).isEqualTo(1);
        shop.engine().operations("orders", "ann").dismiss(shop.ref("A"), "a test");
        shop.time.advance(Duration.ofDays(1));
        shop.run();
        assertThat(shop.entry("A").state()).isEqualTo(RecordState.DISMISSED);
        assertThat(health().status()).isEqualTo(Status.ATTENTION);
        assertThat(health().why()).contains("writes whose end is not known");
    }

    @Test
    void somebody_paused_it() {
        shop.run();
        Instant at = shop.time.instant();
        shop.engine().operations("orders", "ann").pause("stocktaking");
        shop.time.advance(Duration.ofDays(1));
        SyncHealth health = health();
        assertThat(health.status()).isEqualTo(Status.ATTENTION);
        assertThat(health.why()).isEqualTo("paused by ann since " + at + ": stocktaking");
        assertThat(health.condition().by()).contains("ann");
    }

    @Test
    void who_paused_it_is_known_however_much_people_did_since_and_though_that_is_forgotten() {
        shop.run();
        Instant at = shop.time.instant();
        try (SyncEngine engine = shop.engine()) {
            SyncOperations ann = engine.operations("orders", "ann");
            ann.pause("stocktaking");
            for (int i = 0; i < 501; i++) {
                engine.retry(WorkFilter.parked(), "console");
            }
            shop.time.advance(Duration.ofDays(1000));
            ann.forget(Retention.builder().audit(Duration.ofDays(400)).build());
        }
        assertThat(health().why()).isEqualTo("paused by ann since " + at + ": stocktaking");
        shop.engine().operations("orders", "bob").resume();
        assertThat(health().condition().by()).isEmpty();
        assertThat(health().condition().since()).isEmpty();
    }

    @Test
    void an_account_refuses_us() {
        shop.place("A");
        shop.sink().outage(new AuthorisationException(ErrorCode.CREDENTIALS_REFUSED, "expired"));
        shop.run();
        Instant since = shop.time.instant();
        shop.time.advance(Duration.ofMinutes(40));
        shop.run();
        SyncHealth health = health();
        assertThat(health.status()).isEqualTo(Status.FAILING);
        assertThat(health.condition().since()).contains(since);
        assertThat(health.why()).contains("erp:E1", "expired");
    }

    @Test
    void an_account_is_down_and_stays_so() {
        shop.place("A");
        shop.sink().outage(new UnavailableException(ErrorCode.UNREACHABLE, "no route"));
        shop.run();
        assertThat(health().status()).isEqualTo(Status.ATTENTION);
        shop.time.advance(Duration.ofHours(1));
        shop.run();
        assertThat(health().status()).isEqualTo(Status.FAILING);
        shop.sink().outage(null);
        shop.run();
        assertThat(health().status()).as(health().why()).isEqualTo(Status.OK);
    }

    @Test
    void a_run_failed() {
        shop.place("A");
        shop.sink().outage(new StoreException("the connector's state could not be kept", null));
        shop.run();
        assertThat(health().status()).isEqualTo(Status.FAILING);
        assertThat(health().lastRun().orElseThrow().ending()).isEqualTo(RunReport.Ending.FAILED);
    }

    @Test
    void a_run_that_the_host_cancelled_hides_no_failure_before_it() {
        shop.place("A");
        shop.sink().outage(new StoreException("the connector's state could not be kept", null));
        shop.run();
        shop.sink().outage(null);
        RunBudget cancelled = RunBudget.minutes(5);
        cancelled.cancellation().cancel();
        shop.engine().run("orders", cancelled);
        assertThat(health().status()).isEqualTo(Status.ATTENTION);
        assertThat(health().why()).contains("no run ended well since");
    }

    @Test
    void a_push_or_a_backfill_says_nothing_of_the_sync() {
        shop.place("A");
        shop.engine().push("orders", shop.ref("A"));
        assertThat(health().lastRun()).isEmpty();
    }
}
