package dev.drayage.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.error.ErrorCode;
import dev.drayage.error.StoreException;
import dev.drayage.store.SyncStore;
import dev.drayage.testing.Interposed;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The store fails when a run's work is over: what the run did is reported all the same. */
class AfterTheLastRecordTest {
    private final Shop shop = new Shop();

    private RunReport runWithFailing(String failing, int time) {
        AtomicInteger times = new AtomicInteger();
        shop.store = Interposed.wrap(SyncStore.class, shop.store, (call, action) -> {
            if (call.equals(failing) && times.incrementAndGet() == time) {
                throw new StoreException("the database failed", null);
            }
            return action.run();
        });
        shop.place("A", "B");
        return shop.run();
    }

    @Test
    void G9_a_run_whose_lease_cannot_be_given_back_reports_what_it_did() {
        RunReport report = runWithFailing("Leases.release", 1);
        assertThat(report.read()).isEqualTo(2);
        assertThat(report.count(Outcome.APPLIED)).isEqualTo(2);
        assertThat(report.ending()).isEqualTo(RunReport.Ending.CAUGHT_UP);
        assertThat(shop.alarms).singleElement().asString().startsWith(ErrorCode.STORE_FAILED.name());
        assertThat(shop.heard(SyncEvent.RunEnded.class))
                .singleElement()
                .satisfies(event -> assertThat(event.report()).isEqualTo(report));
        assertThat(shop.booked()).containsExactly("salesOrder-A", "salesOrder-B");
    }

    @Test
    void G9_a_run_whose_ending_cannot_be_kept_reports_what_it_did() {
        // asked whether it may run, whether a person moved it, and what stands when it is over
        RunReport report = runWithFailing("Ledger.condition", 3);
        assertThat(report.ending()).isEqualTo(RunReport.Ending.FAILED);
        assertThat(report.read()).isEqualTo(2);
        assertThat(report.count(Outcome.APPLIED)).isEqualTo(2);
        assertThat(report.written()).isEqualTo(2);
        assertThat(shop.alarms).singleElement().asString().startsWith(ErrorCode.STORE_FAILED.name());
        assertThat(shop.heard(SyncEvent.RunEnded.class)).hasSize(1);
    }
}
