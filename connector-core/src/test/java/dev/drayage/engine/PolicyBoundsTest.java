package dev.drayage.engine;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drayage.call.Cancellation;
import dev.drayage.call.Priority;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What would lose records silently is refused when it is set. */
class PolicyBoundsTest {
    private static final Duration NONE = Duration.ZERO;
    private static final Duration BEFORE = Duration.ofMinutes(-10);
    private static final Duration SOME = Duration.ofMinutes(1);

    @Test
    void G1_an_overlap_that_would_leave_a_gap_before_the_checkpoint_is_refused() {
        SyncPolicy policy = SyncPolicy.defaults(Priority.ORDERS);
        assertThatThrownBy(() -> policy.withOverlap(BEFORE)).hasMessageContaining("SyncPolicy.overlap");
    }

    @Test
    void times_that_no_call_and_no_record_could_wait_are_refused_by_name() {
        SyncPolicy policy = SyncPolicy.defaults(Priority.ORDERS);
        assertThatThrownBy(() -> policy.withCallTimeout(NONE)).hasMessageContaining("callTimeout");
        assertThatThrownBy(() -> policy.withDeferral(BEFORE, SOME)).hasMessageContaining("deferral");
        assertThatThrownBy(() -> policy.withDeferral(SOME, NONE)).hasMessageContaining("maxDeferral");
        assertThatThrownBy(() -> policy.withAlarmAfter(NONE)).hasMessageContaining("alarmAfter");
        assertThatThrownBy(() -> policy.withMaxAttempts(0)).hasMessageContaining("maxAttempts");
    }

    @Test
    void budgets_selections_and_thresholds_that_mean_nothing_are_refused() {
        assertThatThrownBy(() -> RunBudget.of(BEFORE)).hasMessageContaining("RunBudget");
        assertThatThrownBy(() -> new RunBudget(SOME, -1, new Cancellation())).hasMessageContaining("RunBudget");
        assertThatThrownBy(() -> Selection.next(0)).hasMessageContaining("Selection.limit");
        assertThatThrownBy(Selection::of).hasMessageContaining("Selection.limit");
        assertThatThrownBy(() -> HealthThresholds.standard().withParked(-1)).hasMessageContaining("parked");
        assertThatThrownBy(() -> HealthThresholds.standard().withBehind(SOME, NONE))
                .hasMessageContaining("farBehind");
        assertThatThrownBy(() -> HealthThresholds.standard().withWaiting(BEFORE, SOME))
                .hasMessageContaining("negative");
    }
}
