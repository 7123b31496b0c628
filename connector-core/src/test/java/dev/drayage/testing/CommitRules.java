package dev.drayage.testing;

import static dev.drayage.testing.StoreSamples.NOON;
import static dev.drayage.testing.StoreSamples.commit;
import static dev.drayage.testing.StoreSamples.effect;
import static dev.drayage.testing.StoreSamples.effects;
import static dev.drayage.testing.StoreSamples.key;
import static dev.drayage.testing.StoreSamples.order;
import static dev.drayage.testing.StoreSamples.record;
import static dev.drayage.testing.StoreSamples.records;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drayage.store.EffectEntry;
import dev.drayage.store.EffectQuery;
import dev.drayage.store.Hint;
import dev.drayage.store.Lease;
import dev.drayage.store.Ledger;
import dev.drayage.store.LedgerCommit;
import dev.drayage.store.RecordEntry;
import dev.drayage.store.RecordQuery;
import dev.drayage.store.StaleLeaseException;
import dev.drayage.store.SyncCondition;
import dev.drayage.store.SyncState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Rules of commits: whole, replacing, fenced, apart. */
public interface CommitRules extends StoreUnderTest {

    /** A commit that changes everything a commit can. */
    private static LedgerCommit everything(List<Hint> served) {
        return new LedgerCommit(
                List.of(record("orders", "1").build()),
                List.of(effect("orders", "1").build()),
                Optional.of(SyncState.builder().sync("orders").bornAt(NOON).build()),
                Optional.of(SyncCondition.active("orders")),
                served,
                List.of(StoreSamples.audit("orders", NOON, "pause")));
    }

    private static void assertEmpty(Ledger ledger) {
        assertThat(ledger.records(RecordQuery.builder().build())).isEmpty();
        assertThat(ledger.countRecords(RecordQuery.builder().build())).isEmpty();
        assertThat(ledger.effects(EffectQuery.builder().build())).isEmpty();
        assertThat(ledger.sync("orders")).isEmpty();
        assertThat(ledger.condition("orders")).isEmpty();
        assertThat(ledger.audit("orders", Instant.EPOCH, 10)).isEmpty();
    }

    @Test
    default void an_unknown_sync_is_empty() {
        assertEmpty(ledger());
        assertThat(ledger().hints("orders", Optional.empty(), 10)).isEmpty();
    }

    @Test
    default void a_commit_takes_everything() {
        ledger().hint("orders", List.of(order("1")));
        ledger().commit(everything(ledger().hints("orders", Optional.empty(), 10)), lease());

        assertThat(ledger().records(RecordQuery.builder().build())).hasSize(1);
        assertThat(ledger().effects(EffectQuery.builder().build())).hasSize(1);
        assertThat(ledger().sync("orders")).isPresent();
        assertThat(ledger().condition("orders")).contains(SyncCondition.active("orders"));
        assertThat(ledger().hints("orders", Optional.empty(), 10)).isEmpty();
        assertThat(ledger().audit("orders", Instant.EPOCH, 10)).hasSize(1);
    }

    @Test
    default void a_commit_under_an_older_epoch_takes_nothing() {
        ledger().hint("orders", List.of(order("1")));
        List<Hint> hints = ledger().hints("orders", Optional.empty(), 10);
        leaseClock().advance(Duration.ofDays(2));
        Lease newer = store().leases("acme")
                .acquire("domain", "node-2", Duration.ofDays(1))
                .orElseThrow();

        assertThatThrownBy(() -> ledger().commit(everything(hints), lease()))
                .isInstanceOf(StaleLeaseException.class)
                .hasMessageContaining("domain");

        assertEmpty(ledger());
        assertThat(ledger().hints("orders", Optional.empty(), 10)).isEqualTo(hints);
        ledger().commit(everything(hints), newer);
        assertThat(ledger().records(RecordQuery.builder().build())).hasSize(1);
    }

    @Test
    default void a_lease_that_was_never_given_may_not_write() {
        Lease ofAnotherTenant = store().leases("other")
                .acquire("elsewhere", "node-1", Duration.ofDays(1))
                .orElseThrow();
        for (Lease forged : List.of(
                ofAnotherTenant,
                new Lease("domain", "node-1", lease().epoch() + 1, lease().until()),
                new Lease("unknown", "node-1", 0, lease().until()))) {
            assertThatThrownBy(() -> ledger().commit(everything(List.of()), forged))
                    .isInstanceOf(StaleLeaseException.class);
        }
        assertEmpty(ledger());
    }

    @Test
    default void a_lease_that_ran_out_may_write_while_it_is_the_newest() {
        leaseClock().advance(Duration.ofDays(2));
        ledger().commit(everything(List.of()), lease());
        assertThat(ledger().sync("orders")).isPresent();
    }

    @Test
    default void an_entry_replaces_the_one_of_the_same_key() {
        ledger().commit(
                        commit(
                                List.of(record("orders", "1")
                                        .message("old")
                                        .waitingFor("x")
                                        .build()),
                                List.of(effect("orders", "1").target(order("t")).build())),
                        lease());
        RecordEntry record = record("orders", "1").revision("2").build();
        EffectEntry effect = effect("orders", "1").boundDigest("new").build();
        ledger().commit(commit(List.of(record), List.of(effect)), lease());

        assertThat(ledger().records(RecordQuery.builder().build())).containsExactly(record);
        assertThat(ledger().effects(EffectQuery.builder().build())).containsExactly(effect);
        assertThat(ledger().effects(EffectQuery.builder().addTargets(order("t")).build()))
                .isEmpty();
    }

    @Test
    default void of_two_entries_with_one_key_the_last_one_stays() {
        RecordEntry record = record("orders", "1").revision("last").build();
        EffectEntry effect = effect("orders", "1").boundDigest("last").build();
        ledger().commit(
                        commit(
                                List.of(record("orders", "1").revision("first").build(), record),
                                List.of(
                                        effect("orders", "1")
                                                .boundDigest("first")
                                                .build(),
                                        effect)),
                        lease());

        assertThat(ledger().records(RecordQuery.builder().build())).containsExactly(record);
        assertThat(ledger().effects(EffectQuery.builder().build())).containsExactly(effect);
    }

    @Test
    default void two_syncs_know_the_same_record_apart_and_share_an_effect() {
        ledger().commit(records(record("a", "1").build(), record("b", "1").build()), lease());
        ledger().commit(effects(effect("a", "1").build()), lease());
        ledger().commit(effects(effect("b", "1").build()), lease());

        assertThat(ledger().records(RecordQuery.builder().build())).hasSize(2);
        assertThat(ledger().effects(EffectQuery.builder().addKeys(key("1")).build()))
                .extracting(EffectEntry::sync)
                .containsExactly("b");
    }

    @Test
    default void namespaces_are_apart() {
        ledger().hint("orders", List.of(order("1")));
        ledger().commit(everything(List.of()), lease());

        assertEmpty(store().ledger("other"));
        assertThat(store().ledger("other").hints("orders", Optional.empty(), 10))
                .isEmpty();
        assertThat(store().ledger("ACME").records(RecordQuery.builder().build()))
                .isEmpty();
    }

    @Test
    default void a_commit_takes_500_records_and_500_effects() {
        List<RecordEntry> records = IntStream.range(0, 500)
                .mapToObj(i -> record("orders", "n" + i).build())
                .toList();
        List<EffectEntry> effects = IntStream.range(0, 500)
                .mapToObj(i -> effect("orders", "n" + i).build())
                .toList();
        ledger().commit(commit(records, effects), lease());

        assertThat(ledger().records(RecordQuery.builder()
                        .sync("orders")
                        .refs(records.stream().map(RecordEntry::ref).toList())
                        .build()))
                .containsExactlyInAnyOrderElementsOf(records);
        assertThat(ledger().effects(EffectQuery.builder()
                        .keys(effects.stream().map(EffectEntry::key).toList())
                        .build()))
                .containsExactlyInAnyOrderElementsOf(effects);
    }

    @Test
    default void two_domains_commit_at_once() throws Exception {
        Lease second = store().leases("acme")
                .acquire("second", "node-2", Duration.ofDays(1))
                .orElseThrow();
        together(() -> commitMany("a", lease()), () -> commitMany("b", second));
        assertThat(ledger().records(RecordQuery.builder().limit(10_000).build()))
                .hasSize(2 * 40 * 10);
    }

    private boolean commitMany(String sync, Lease under) {
        for (int i = 0; i < 40; i++) {
            int batch = i;
            List<String> ids =
                    IntStream.range(0, 10).mapToObj(n -> batch + "-" + n).toList();
            ledger().commit(
                            commit(
                                    ids.stream()
                                            .map(id -> record(sync, id).build())
                                            .toList(),
                                    ids.stream()
                                            .map(id -> effect(sync, sync + id).build())
                                            .toList()),
                            under);
        }
        return true;
    }

    @Test
    default void a_reader_sees_a_commit_whole() throws Exception {
        ledger().commit(numbered(0), lease());
        together(
                () -> {
                    for (int i = 1; i <= 60; i++) {
                        ledger().commit(numbered(i), lease());
                    }
                    return true;
                },
                () -> {
                    String seen = "0";
                    while (!seen.equals("60")) {
                        List<RecordEntry> records = ledger().records(
                                        RecordQuery.builder().sync("orders").build());
                        assertThat(records.stream().map(RecordEntry::revision).distinct())
                                .hasSize(1);
                        seen = records.get(0).revision();
                    }
                    return true;
                });
    }

    private static LedgerCommit numbered(int revision) {
        return commit(
                IntStream.range(0, 20)
                        .mapToObj(i -> record("orders", "n" + i)
                                .revision(Integer.toString(revision))
                                .build())
                        .toList(),
                List.of());
    }

    /** Runs both at once, each to its end. */
    static void together(Callable<Boolean> one, Callable<Boolean> other) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Future<Boolean>> running = new ArrayList<>();
            running.add(threads.submit(one));
            running.add(threads.submit(other));
            for (Future<Boolean> each : running) {
                assertThat(each.get()).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
