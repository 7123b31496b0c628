package dev.drayage.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.store.EffectQuery;
import dev.drayage.store.EffectState;
import dev.drayage.store.Ledger;
import dev.drayage.store.SyncStore;
import dev.drayage.testing.Interposed;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a crash can cost is bounded: so many results are known at most and not yet durable. */
class ResultsPerCommitTest {
    private static final int MOST = 128;

    @Test
    void G7_a_commit_holds_no_more_results_than_may_be_lost() {
        Shop shop = new Shop();
        shop.source().pageSize(250);
        for (int i = 0; i < 250; i++) {
            shop.place("A" + i);
        }
        List<Integer> newlyBound = new ArrayList<>();
        Ledger ledger = shop.store.ledger("default");
        shop.store = Interposed.wrap(SyncStore.class, shop.store, (call, action) -> {
            int before = bound(ledger);
            Object answer = action.run();
            if (call.equals("Ledger.commit")) {
                newlyBound.add(bound(ledger) - before);
            }
            return answer;
        });
        shop.run();
        assertThat(newlyBound).isNotEmpty();
        assertThat(Collections.max(newlyBound)).isBetween(1, MOST);
    }

    private static int bound(Ledger ledger) {
        return ledger.effects(EffectQuery.builder()
                        .addStates(EffectState.BOUND)
                        .limit(1_000)
                        .build())
                .size();
    }
}
