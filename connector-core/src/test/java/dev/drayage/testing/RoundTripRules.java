package dev.drayage.testing;

import static dev.drayage.testing.StoreSamples.ANY_SCRIPT;
import static dev.drayage.testing.StoreSamples.BOOKS;
import static dev.drayage.testing.StoreSamples.NOON;
import static dev.drayage.testing.StoreSamples.SHOP;
import static dev.drayage.testing.StoreSamples.audit;
import static dev.drayage.testing.StoreSamples.effect;
import static dev.drayage.testing.StoreSamples.effects;
import static dev.drayage.testing.StoreSamples.fullEffect;
import static dev.drayage.testing.StoreSamples.fullRecord;
import static dev.drayage.testing.StoreSamples.order;
import static dev.drayage.testing.StoreSamples.record;
import static dev.drayage.testing.StoreSamples.records;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.error.ErrorCode;
import dev.drayage.model.RecordRef;
import dev.drayage.spi.Cursor;
import dev.drayage.spi.EffectKey;
import dev.drayage.spi.Slice;
import dev.drayage.store.AuditEntry;
import dev.drayage.store.EffectEntry;
import dev.drayage.store.EffectQuery;
import dev.drayage.store.EffectState;
import dev.drayage.store.LedgerCommit;
import dev.drayage.store.RecordEntry;
import dev.drayage.store.RecordQuery;
import dev.drayage.store.RecordState;
import dev.drayage.store.SyncCondition;
import dev.drayage.store.SyncState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Rules of values: what is put in comes out again. */
public interface RoundTripRules extends StoreUnderTest {

    private RecordEntry kept(RecordEntry entry) {
        ledger().commit(records(entry), lease());
        return ledger().records(RecordQuery.builder()
                        .sync(entry.sync())
                        .addRefs(entry.ref())
                        .build())
                .get(0);
    }

    private EffectEntry kept(EffectEntry entry) {
        ledger().commit(effects(entry), lease());
        return ledger().effects(EffectQuery.builder().addKeys(entry.key()).build())
                .get(0);
    }

    private SyncState kept(SyncState state) {
        ledger().commit(LedgerCommit.of(state), lease());
        return ledger().sync(state.sync()).orElseThrow();
    }

    private SyncCondition kept(SyncCondition condition) {
        ledger().commit(LedgerCommit.of(condition, audit(condition.sync(), NOON, "set")), lease());
        return ledger().condition(condition.sync()).orElseThrow();
    }

    @Test
    default void every_field_of_a_record_is_kept() {
        RecordEntry bare = record("orders", "bare").build();
        RecordEntry full = fullRecord("sync " + ANY_SCRIPT, ANY_SCRIPT);
        assertThat(kept(bare)).isEqualTo(bare);
        assertThat(kept(full)).isEqualTo(full);
    }

    @Test
    default void every_field_of_an_effect_is_kept() {
        EffectEntry bare = effect("orders", "bare").build();
        EffectEntry full = fullEffect("sync " + ANY_SCRIPT, ANY_SCRIPT);
        assertThat(kept(bare)).isEqualTo(bare);
        assertThat(kept(full)).isEqualTo(full);
    }

    @Test
    default void every_field_of_a_checkpoint_is_kept() {
        SyncState bare = SyncState.builder().sync("orders").bornAt(NOON).build();
        SyncState full = SyncState.builder()
                .sync("sync " + ANY_SCRIPT)
                .bornAt(NOON)
                .watermark(NOON.plusSeconds(1))
                .window(new Slice.Window(NOON.plusSeconds(2), NOON.plusSeconds(3)))
                .cursor(new Cursor("x".repeat(2_000)))
                .build();
        SyncState noWord = SyncState.builder().from(full).cursor(new Cursor("")).build();
        assertThat(kept(bare)).isEqualTo(bare);
        assertThat(kept(full)).isEqualTo(full);
        assertThat(kept(noWord)).isEqualTo(noWord);
    }

    @Test
    default void every_field_of_a_condition_is_kept() {
        SyncCondition full = new SyncCondition(
                "sync " + ANY_SCRIPT,
                SyncCondition.Kind.NEEDS_REAUTHORISATION,
                "why " + ANY_SCRIPT,
                Optional.of("who " + ANY_SCRIPT),
                Optional.of(NOON),
                Optional.of(NOON.plusSeconds(1)),
                Optional.of(NOON.plusSeconds(2)));
        assertThat(kept(full)).isEqualTo(full);
        assertThat(kept(SyncCondition.active("orders"))).isEqualTo(SyncCondition.active("orders"));
    }

    @Test
    default void every_state_and_code_is_kept() {
        for (RecordState state : RecordState.values()) {
            assertThat(kept(record("orders", "s").state(state).build()).state()).isEqualTo(state);
        }
        for (ErrorCode code : ErrorCode.values()) {
            assertThat(kept(record("orders", "c").code(code).build()).code()).contains(code);
        }
        for (EffectState state : EffectState.values()) {
            assertThat(kept(effect("orders", "e").state(state).build()).state()).isEqualTo(state);
        }
        for (SyncCondition.Kind kind : SyncCondition.Kind.values()) {
            SyncCondition condition = SyncCondition.active("k").stopped(kind, "", "ann", NOON, Optional.empty());
            assertThat(kept(condition)).isEqualTo(condition);
        }
    }

    @Test
    default void an_empty_text_is_not_a_missing_one() {
        assertThat(kept(record("orders", "1").waitingFor("").build()).waitingFor())
                .contains("");
        assertThat(kept(record("orders", "1").build()).waitingFor()).isEmpty();
    }

    @Test
    default void long_names_and_texts_are_kept() {
        String longest = "é"
                .repeat(500
                        - new EffectKey(order("1"), BOOKS, "salesOrder")
                                .toString()
                                .length()
                        + 1);
        EffectKey key = new EffectKey(order(longest), BOOKS, "salesOrder");
        assertThat(key.toString()).hasSize(500);
        EffectEntry effect = effect("s".repeat(200), longest)
                .lane("l".repeat(500))
                .nativeKey("n".repeat(500))
                .hint("出".repeat(1_000))
                .expectation("e".repeat(1_000))
                .target(new RecordRef(BOOKS, "SalesOrder", "t".repeat(400)))
                .targetRevision("r".repeat(500))
                .build();
        RecordEntry record = record("s".repeat(200), longest)
                .revision("r".repeat(500))
                .message("出".repeat(2_000))
                .waitingFor(key.toString())
                .build();
        assertThat(kept(effect)).isEqualTo(effect);
        assertThat(kept(record)).isEqualTo(record);
    }

    @Test
    default void a_message_that_is_too_long_is_cut_and_not_refused() {
        String tooLong = "m".repeat(1_999) + "\uD83D\uDE9A" + "m".repeat(10_000);
        assertThat(kept(record("orders", "1").message(tooLong).build()).message())
                .isEqualTo("m".repeat(1_999));
        assertThat(kept(new SyncCondition(
                                "orders",
                                SyncCondition.Kind.PAUSED,
                                "m".repeat(2_001),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty()))
                        .message())
                .isEqualTo("m".repeat(2_000));
        AuditEntry entry = new AuditEntry("orders", NOON, "ann", "note", tooLong);
        ledger().commit(LedgerCommit.of(SyncCondition.active("orders"), entry), lease());
        assertThat(ledger().audit("orders", NOON, 1))
                .extracting(AuditEntry::detail)
                .containsExactly("m".repeat(1_999));
    }

    @Test
    default void instants_are_kept_to_the_microsecond_at_least_and_never_late() {
        List<Instant> exact = new ArrayList<>(List.of(
                Instant.EPOCH,
                Instant.parse("1969-12-31T23:59:59.999999Z"),
                Instant.parse("0001-01-01T00:00:00Z"),
                Instant.parse("9999-12-31T23:59:59.123456Z"),
                Instant.parse("2026-09-27T02:45:00.000001Z")));
        for (Instant instant : exact) {
            assertThat(kept(record("orders", "1").dueAt(instant).build()).dueAt())
                    .contains(instant);
        }
        Instant fine = NOON.plusNanos(123_456_789);
        assertThat(kept(record("orders", "1").dueAt(fine).build()).dueAt().orElseThrow())
                .isBetween(fine.minusNanos(999), fine);
        assertThat(kept(record("orders", "1").dueAt(Instant.MAX).build())
                        .dueAt()
                        .orElseThrow())
                .isAfter(Instant.parse("9999-12-31T23:59:59Z"));
    }

    @Test
    default void a_short_window_stays_a_window() {
        Slice.Window narrow = new Slice.Window(NOON.plusNanos(100), NOON.plusNanos(200));
        Slice.Window kept = kept(SyncState.builder()
                        .sync("orders")
                        .bornAt(NOON)
                        .window(narrow)
                        .build())
                .window()
                .orElseThrow();
        assertThat(kept.from()).isBeforeOrEqualTo(narrow.from());
        assertThat(kept.to()).isAfterOrEqualTo(narrow.to());
    }

    @Test
    default void names_that_differ_in_case_or_accent_or_blanks_differ() {
        List<String> ids = List.of("a", "A", "á", "a ", " a", "ａ", "a\u0301");
        ids.forEach(id -> ledger().commit(records(record("orders", id).build()), lease()));
        for (String id : ids) {
            assertThat(ledger().records(RecordQuery.builder()
                            .addRefs(new RecordRef(SHOP, "SalesOrder", id))
                            .build()))
                    .hasSize(1);
            assertThat(ledger().records(RecordQuery.builder().id(id).build())).hasSize(1);
        }
    }
}
