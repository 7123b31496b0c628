package dev.drayage.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drayage.error.ErrorCode;
import dev.drayage.error.UnavailableException;
import dev.drayage.store.RecordState;
import dev.drayage.store.SyncStore;
import dev.drayage.testing.Interposed;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Only what awaits an answer can be sent anew. */
class ResentTest {
    private final Shop shop = new Shop();

    @Test
    void what_is_settled_is_not_sent_anew() {
        shop.place("A");
        shop.run();
        int writes = shop.erpWorld.writes().size();
        try (SyncEngine engine = shop.engine()) {
            assertThatThrownBy(() -> engine.operations("orders", "ops").resend(shop.ref("A"), "to be sure"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("no answer is awaited");
        }
        shop.run();
        assertThat(shop.erpWorld.writes()).hasSize(writes);
    }

    /** What a person decides by what the ledger says must still be what it says when it is committed. */
    @Test
    void G2_no_run_begins_while_a_person_decides_about_a_lost_answer() {
        List<RunReport.Ending> meanwhile = new ArrayList<>();
        AtomicReference<Runnable> scheduler = new AtomicReference<>(() -> {});
        shop.store = Interposed.wrap(SyncStore.class, shop.store, (call, action) -> {
            Object answer = action.run();
            if (call.equals("Ledger.effects")) {
                scheduler.getAndSet(() -> {}).run();
            }
            return answer;
        });
        leaveAnAnswerLost();

        try (SyncEngine engine = shop.engine()) {
            scheduler.set(() ->
                    meanwhile.add(engine.run("orders", RunBudget.minutes(5)).ending()));
            engine.operations("orders", "ops").resend(shop.ref("A"), "their people say that it is not there");
        }
        assertThat(meanwhile).containsExactly(RunReport.Ending.BUSY);
    }

    private void leaveAnAnswerLost() {
        UnavailableException down = new UnavailableException(ErrorCode.SERVICE_FAILURE, "down");
        shop.sink().loseAnswers(1).beforeWrite(() -> shop.sink().outage(down));
        shop.place("A");
        shop.run();
        assertThat(shop.entry("A").state()).isEqualTo(RecordState.OPEN);
        shop.sink().outage(null).beforeWrite(() -> {});
    }
}
