package dev.drayage.testing;

import dev.drayage.error.ErrorCode;
import dev.drayage.model.AccountId;
import dev.drayage.model.RecordRef;
import dev.drayage.spi.EffectKey;
import dev.drayage.store.AuditEntry;
import dev.drayage.store.EffectEntry;
import dev.drayage.store.EffectState;
import dev.drayage.store.Hint;
import dev.drayage.store.LedgerCommit;
import dev.drayage.store.RecordEntry;
import dev.drayage.store.RecordState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Entries for tests of stores. */
final class StoreSamples {
    static final Instant NOON = Instant.parse("2026-07-01T12:00:00Z");
    static final AccountId SHOP = new AccountId("shopify", "acme.myshopify.com");
    static final AccountId BOOKS = new AccountId("netsuite", "1234567-SB1");

    /** Letters beyond ASCII, a quote, wildcards, control characters, NUL, a noncharacter, a surrogate pair and half of one. */
    static final String ANY_SCRIPT =
            "İıßé 'q\" 50% a_b \\ \t \u0000 \u0001 出荷 \uD83D\uDE9A \uFFFD \uFFFF \uDE9A\uD83D x";

    private StoreSamples() {}

    static RecordRef order(String id) {
        return new RecordRef(SHOP, "SalesOrder", id);
    }

    static RecordRef booked(String id) {
        return new RecordRef(BOOKS, "SalesOrder", id);
    }

    static EffectKey key(String id) {
        return new EffectKey(order(id), BOOKS, "salesOrder");
    }

    static RecordEntry.Builder record(String sync, String id) {
        return RecordEntry.builder()
                .sync(sync)
                .ref(order(id))
                .state(RecordState.SETTLED)
                .updatedAt(NOON);
    }

    static EffectEntry.Builder effect(String sync, String id) {
        return EffectEntry.builder()
                .key(key(id))
                .sync(sync)
                .cause(order(id))
                .lane("lane-" + id)
                .type("SalesOrder")
                .state(EffectState.BOUND)
                .nativeKey("native-" + id)
                .sentAt(NOON)
                .updatedAt(NOON);
    }

    /** Every field differs from its default and from every other. */
    static RecordEntry fullRecord(String sync, String id) {
        return record(sync, id)
                .revision("rev " + ANY_SCRIPT)
                .state(RecordState.PARKED)
                .code(ErrorCode.SKU_UNKNOWN)
                .message("why " + ANY_SCRIPT)
                .waitingFor(key("other").toString())
                .attempts(7)
                .dueAt(NOON.plusNanos(1_000))
                .changedAt(NOON.minusNanos(2_000))
                .updatedAt(NOON.plusNanos(3_000))
                .admitted(true)
                .build();
    }

    /** Every field differs from its default and from every other. */
    static EffectEntry fullEffect(String sync, String id) {
        return effect(sync, id)
                .cause(order("cause-" + id))
                .lane("lane " + ANY_SCRIPT)
                .type("ItemFulfillment")
                .state(EffectState.WRITTEN)
                .nativeKey("native " + ANY_SCRIPT)
                .hint("hint " + ANY_SCRIPT)
                .note("note " + ANY_SCRIPT)
                .expectation("total 12.50")
                .pendingDigest("digest-1")
                .boundDigest("digest-2")
                .previousDigest("digest-3")
                .swings(2)
                .swingSince(NOON.plusNanos(1_000))
                .writtenDigest("digest-4")
                .target(booked("target-" + id))
                .targetRevision("rev-5")
                .attempts(3)
                .recheckAt(NOON.plusNanos(2_000))
                .sentAt(NOON.plusNanos(3_000))
                .acceptedAt(NOON.plusNanos(5_000))
                .updatedAt(NOON.plusNanos(4_000))
                .build();
    }

    static AuditEntry audit(String sync, Instant at, String action) {
        return new AuditEntry(sync, at, "ann", action, "detail of " + action);
    }

    static LedgerCommit records(RecordEntry... entries) {
        return commit(List.of(entries), List.of());
    }

    static LedgerCommit effects(EffectEntry... entries) {
        return commit(List.of(), List.of(entries));
    }

    static LedgerCommit commit(List<RecordEntry> records, List<EffectEntry> effects) {
        return new LedgerCommit(records, effects, Optional.empty(), Optional.empty(), List.of(), List.of());
    }

    static LedgerCommit served(Hint... hints) {
        return new LedgerCommit(List.of(), List.of(), Optional.empty(), Optional.empty(), List.of(hints), List.of());
    }
}
