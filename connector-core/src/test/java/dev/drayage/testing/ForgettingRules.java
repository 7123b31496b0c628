package dev.drayage.testing;

import static dev.drayage.testing.StoreSamples.NOON;
import static dev.drayage.testing.StoreSamples.audit;
import static dev.drayage.testing.StoreSamples.effect;
import static dev.drayage.testing.StoreSamples.effects;
import static dev.drayage.testing.StoreSamples.order;
import static dev.drayage.testing.StoreSamples.record;
import static dev.drayage.testing.StoreSamples.records;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drayage.store.AuditEntry;
import dev.drayage.store.EffectQuery;
import dev.drayage.store.Horizon;
import dev.drayage.store.Lease;
import dev.drayage.store.LedgerCommit;
import dev.drayage.store.RecordEntry;
import dev.drayage.store.RecordQuery;
import dev.drayage.store.RecordState;
import dev.drayage.store.StaleLeaseException;
import dev.drayage.store.SyncCondition;
import dev.drayage.store.SyncState;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Rules of forgetting: only what ended, only what is old, a batch at a time, fenced. */
public interface ForgettingRules extends StoreUnderTest {
    /** The states in which nothing more is expected of a record. */
    Set<RecordState> ENDED = EnumSet.of(RecordState.SETTLED, RecordState.SKIPPED, RecordState.DISMISSED);

    private List<String> ids() {
        return ledger().records(RecordQuery.builder().build()).stream()
                .map(entry -> entry.sync() + " " + entry.ref().id())
                .toList();
    }

    private static RecordEntry at(String sync, String id, RecordState state, Instant updated) {
        return record(sync, id).state(state).updatedAt(updated).build();
    }

    private static Horizon before(Instant horizon, int most) {
        return new Horizon("orders", ENDED, horizon, horizon, most);
    }

    private void act(AuditEntry... entries) {
        ledger().commit(
                        new LedgerCommit(
                                List.of(), List.of(), Optional.empty(), Optional.empty(), List.of(), List.of(entries)),
                        lease());
    }

    @Test
    default void only_records_that_ended_before_the_horizon_go() {
        for (RecordState state : RecordState.values()) {
            ledger().commit(records(at("orders", state.name(), state, NOON.minusNanos(1_000))), lease());
        }
        ledger().commit(
                        records(
                                at("orders", "young", RecordState.SETTLED, NOON),
                                at("refunds", "other", RecordState.SETTLED, NOON.minusSeconds(9))),
                        lease());

        assertThat(ledger().forget(before(NOON, 100), lease())).isEqualTo(3);

        assertThat(ids())
                .containsExactly(
                        "orders DEFERRED",
                        "orders DUE",
                        "orders OPEN",
                        "orders PARKED",
                        "refunds other",
                        "orders young");
        assertThat(ledger().forget(before(NOON, 100), lease())).isZero();
    }

    @Test
    default void states_that_are_not_named_stay() {
        ledger().commit(
                        records(
                                at("orders", "settled", RecordState.SETTLED, NOON),
                                at("orders", "dismissed", RecordState.DISMISSED, NOON)),
                        lease());
        Instant later = NOON.plusSeconds(1);
        ledger().forget(new Horizon("orders", Set.of(RecordState.SETTLED), later, later, 9), lease());
        assertThat(ids()).containsExactly("orders dismissed");
        assertThatThrownBy(() -> new Horizon("orders", Set.of(RecordState.PARKED), later, later, 9))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Horizon("orders", Set.of(), later, later, 9))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    default void the_oldest_go_first_and_no_more_than_asked() {
        for (int i = 0; i < 5; i++) {
            ledger().commit(records(at("orders", "n" + i, RecordState.SETTLED, NOON.minusSeconds(i))), lease());
        }
        assertThat(ledger().forget(before(NOON.plusSeconds(1), 2), lease())).isEqualTo(2);
        assertThat(ids()).containsExactly("orders n0", "orders n1", "orders n2");
    }

    @Test
    default void effects_hints_and_where_a_sync_stands_stay() {
        ledger().commit(records(at("orders", "1", RecordState.SETTLED, NOON)), lease());
        ledger().commit(effects(effect("orders", "1").build()), lease());
        ledger().commit(
                        LedgerCommit.of(
                                SyncState.builder().sync("orders").bornAt(NOON).build()),
                        lease());
        ledger().commit(LedgerCommit.of(SyncCondition.active("orders"), audit("orders", NOON, "a")), lease());
        ledger().hint("orders", List.of(order("1")));

        ledger().forget(before(NOON.plusSeconds(1), 100), lease());

        assertThat(ids()).isEmpty();
        assertThat(ledger().effects(EffectQuery.builder().build())).hasSize(1);
        assertThat(ledger().sync("orders")).isPresent();
        assertThat(ledger().condition("orders")).isPresent();
        assertThat(ledger().hints("orders", Optional.empty(), 9)).hasSize(1);
    }

    @Test
    default void acts_before_their_horizon_go_the_oldest_first() {
        act(
                audit("orders", NOON, "a"),
                audit("orders", NOON, "a"),
                audit("orders", NOON.plusSeconds(1), "b"),
                audit("orders", NOON.plusSeconds(2), "c"),
                audit("refunds", NOON, "d"));
        Horizon two = new Horizon("orders", ENDED, Instant.EPOCH, NOON.plusSeconds(2), 2);
        assertThat(ledger().forget(two, lease())).isEqualTo(2);
        assertThat(ledger().audit("orders", Instant.EPOCH, 9))
                .extracting(AuditEntry::action)
                .containsExactly("b", "c");
        assertThat(ledger().forget(two, lease())).isEqualTo(1);
        assertThat(ledger().audit("orders", Instant.EPOCH, 9))
                .extracting(AuditEntry::action)
                .containsExactly("c");
        assertThat(ledger().audit("refunds", Instant.EPOCH, 9)).hasSize(1);
    }

    @Test
    default void another_tenants_records_stay_and_an_older_epoch_takes_nothing_away() {
        ledger().commit(records(at("orders", "1", RecordState.SETTLED, NOON)), lease());
        Horizon all = before(NOON.plusSeconds(1), 100);
        Lease elsewhere = store().leases("other")
                .acquire("domain", "x", Duration.ofDays(1))
                .orElseThrow();
        assertThat(store().ledger("other").forget(all, elsewhere)).isZero();
        leaseClock().advance(Duration.ofDays(2));
        assertThat(store().leases("acme").acquire("domain", "node-2", Duration.ofDays(1)))
                .isPresent();

        assertThatThrownBy(() -> ledger().forget(all, lease())).isInstanceOf(StaleLeaseException.class);

        assertThat(ids()).containsExactly("orders 1");
    }
}
