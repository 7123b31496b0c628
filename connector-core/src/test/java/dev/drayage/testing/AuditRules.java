package dev.drayage.testing;

import static dev.drayage.testing.StoreSamples.ANY_SCRIPT;
import static dev.drayage.testing.StoreSamples.NOON;
import static dev.drayage.testing.StoreSamples.audit;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.store.AuditEntry;
import dev.drayage.store.LedgerCommit;
import dev.drayage.store.SyncCondition;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Rules of the audit trail. */
public interface AuditRules extends StoreUnderTest {

    private void add(AuditEntry... entries) {
        ledger().commit(
                        new LedgerCommit(
                                List.of(),
                                List.of(),
                                Optional.empty(),
                                Optional.of(SyncCondition.active("orders")),
                                List.of(),
                                List.of(entries)),
                        lease());
    }

    private List<String> actions(Instant from, int limit) {
        return ledger().audit("orders", from, limit).stream()
                .map(AuditEntry::action)
                .toList();
    }

    @Test
    default void every_field_of_an_audit_entry_is_kept() {
        AuditEntry entry = new AuditEntry("orders", NOON, "Ann " + ANY_SCRIPT, "pause", "why " + ANY_SCRIPT);
        add(entry);
        assertThat(ledger().audit("orders", NOON, 10)).containsExactly(entry);
    }

    @Test
    default void the_newest_entries_come_oldest_first() {
        IntStream.range(0, 12).forEach(i -> add(audit("orders", NOON.plusSeconds(i), "a" + i)));
        assertThat(actions(Instant.EPOCH, 3)).containsExactly("a9", "a10", "a11");
        assertThat(actions(NOON.plusSeconds(10), 10)).containsExactly("a10", "a11");
        assertThat(actions(NOON.plusSeconds(12), 10)).isEmpty();
    }

    @Test
    default void entries_of_one_instant_keep_their_order_and_equal_ones_stay() {
        add(audit("orders", NOON, "b"), audit("orders", NOON, "a"));
        add(audit("orders", NOON, "a"));
        assertThat(actions(NOON, 10)).containsExactly("b", "a", "a");
    }

    @Test
    default void entries_of_another_sync_are_apart() {
        add(audit("orders", NOON, "mine"), audit("refunds", NOON, "other"));
        assertThat(actions(NOON, 10)).containsExactly("mine");
    }
}
