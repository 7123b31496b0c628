package dev.drayage.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.spi.EffectKey;
import dev.drayage.store.EffectEntry;
import dev.drayage.store.EffectState;
import dev.drayage.store.Lease;
import dev.drayage.store.LedgerCommit;
import dev.drayage.store.RecordQuery;
import dev.drayage.store.RecordState;
import dev.drayage.store.SyncStore;
import dev.drayage.testing.Interposed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A target has taken more writes for later than anybody wants to hold at once, while what it shows is read. */
class ManyOpenWritesTest {
    private static final int OPEN = 1_300;

    private final TwoWay two = new TwoWay();

    /** Sent and not ended, each of a company of its own. */
    private void leaveOpen() {
        List<EffectEntry> entries = new ArrayList<>();
        for (int i = 0; i < OPEN; i++) {
            RecordRef cause = RecordRef.of(two.left.account(), RecordType.COMPANY, "C" + (10_000 + i));
            entries.add(EffectEntry.builder()
                    .key(new EffectKey(cause, two.right.account(), "company"))
                    .sync("to-right")
                    .cause(cause)
                    .lane("company/" + cause.id())
                    .type(RecordType.COMPANY.name())
                    .state(EffectState.PENDING)
                    .nativeKey("company-" + cause.id())
                    .pendingDigest("something")
                    .recheckAt(two.time.instant().plus(Duration.ofDays(1)))
                    // only the last one is recent enough to have made what is read
                    .sentAt(
                            i == OPEN - 1
                                    ? two.time.instant()
                                    : two.time.instant().plus(Duration.ofHours(12)))
                    .updatedAt(two.time.instant())
                    .build());
        }
        Lease lease = two.store
                .leases("default")
                .acquire("left:L right:R", "one", Duration.ofMinutes(2))
                .orElseThrow();
        two.store
                .ledger("default")
                .commit(
                        new LedgerCommit(List.of(), entries, Optional.empty(), Optional.empty(), List.of(), List.of()),
                        lease);
        two.store.leases("default").release(lease);
    }

    @Test
    void G7_what_may_have_made_a_record_is_found_among_many_open_writes_without_holding_them_all() {
        leaveOpen();
        two.right.put(two.company(two.right, "X", "Glenrock", "Net 30"));
        two.time.advance(Duration.ofMinutes(3));
        AtomicInteger most = new AtomicInteger();
        SyncStore counted = Interposed.wrap(SyncStore.class, two.store, (call, action) -> {
            Object result = action.run();
            if (call.equals("Ledger.effects")) {
                most.accumulateAndGet(((List<?>) result).size(), Math::max);
            }
            return result;
        });
        try (SyncEngine engine = two.engine(counted)) {
            engine.run("to-left", RunBudget.minutes(5));
        }
        assertThat(most.get()).isBetween(1, 500);
        assertThat(two.left.all(RecordType.COMPANY))
                .as("nobody knows yet whose it is")
                .isEmpty();
        assertThat(two.store
                        .ledger("default")
                        .records(RecordQuery.builder().sync("to-left").build()))
                .singleElement()
                .satisfies(record -> {
                    assertThat(record.state()).isEqualTo(RecordState.DEFERRED);
                    assertThat(record.message()).contains("C" + (10_000 + OPEN - 1));
                });
    }
}
