package dev.drayage.engine.internal.run;

import dev.drayage.model.CommerceRecord;
import dev.drayage.model.RecordRef;
import dev.drayage.spi.EffectOutcome;
import dev.drayage.spi.Finding;
import dev.drayage.spi.Intent;
import dev.drayage.spi.Prepared;
import dev.drayage.store.EffectEntry;
import dev.drayage.store.EffectState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** How an effect's ledger entry changes from step to step. Pure functions. */
public final class Entries {
    /** Alternations further apart than this are no ping-pong. */
    private static final Duration SWING_WINDOW = Duration.ofHours(1);

    private Entries() {}

    /** About to be sent. */
    static EffectEntry intent(EffectTask task, String sync, Prepared<CommerceRecord> prepared, Instant now) {
        EffectEntry.Builder builder = EffectEntry.builder();
        int attempts = 0;
        if (task.entry != null) {
            builder.from(task.entry);
            attempts = task.entry.pendingDigest().equals(task.digest) ? task.entry.attempts() : 0;
        } else {
            builder.target(prepared.existing());
        }
        return builder.key(task.key())
                .sync(sync)
                .cause(task.owner.ref)
                .lane(task.effect.lane())
                .type(task.effect.type().name())
                .state(EffectState.INTENT)
                .nativeKey(prepared.nativeKey())
                .hint(prepared.hint())
                .expectation(prepared.expectation())
                .pendingDigest(task.digest)
                .attempts(attempts + 1)
                .recheckAt(Optional.empty())
                .sentAt(now)
                .updatedAt(now)
                .build();
    }

    /** The target holds it. */
    static EffectEntry applied(EffectEntry entry, EffectOutcome.Applied applied, boolean verify, Instant now) {
        boolean update = entry.target().isPresent();
        boolean swing = update
                && !entry.previousDigest().isEmpty()
                && entry.previousDigest().equals(entry.pendingDigest());
        boolean recent = entry.swingSince()
                .map(since -> !since.plus(SWING_WINDOW).isBefore(now))
                .orElse(false);
        return EffectEntry.builder()
                .from(entry)
                .state(verify && !entry.expectation().isEmpty() ? EffectState.WRITTEN : EffectState.BOUND)
                .target(applied.ref())
                .note(note(entry, applied))
                .targetRevision(applied.revision())
                .writtenDigest(applied.writtenDigest())
                .previousDigest(entry.boundDigest())
                .boundDigest(entry.pendingDigest())
                .pendingDigest("")
                .swings(swing ? (recent ? entry.swings() + 1 : 1) : 0)
                .swingSince(swing ? (recent ? entry.swingSince() : Optional.of(now)) : Optional.empty())
                .attempts(0)
                .recheckAt(Optional.empty())
                .updatedAt(now)
                .build();
    }

    /** What the sink says of this write, else what it said of an earlier one. */
    private static String note(EffectEntry entry, EffectOutcome.Applied applied) {
        String said = notes(applied.findings());
        return said.isEmpty() ? entry.note() : said;
    }

    private static String notes(List<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.severity() == Finding.Severity.NOTE)
                .map(Finding::message)
                .collect(Collectors.joining("; "));
    }

    /** A record that stood at the target already is ours from now on. */
    static EffectEntry adopted(
            EffectTask task, String sync, String nativeKey, RecordRef ref, boolean same, Instant now) {
        return EffectEntry.builder()
                .key(task.key())
                .sync(sync)
                .cause(task.owner.ref)
                .lane(task.effect.lane())
                .type(task.effect.type().name())
                .state(EffectState.BOUND)
                .nativeKey(nativeKey)
                .target(ref)
                .boundDigest(same ? task.digest : "")
                .sentAt(now)
                .updatedAt(now)
                .build();
    }

    /** A person brought the target in line by hand. */
    static EffectEntry accepted(EffectTask task, EffectEntry entry, Instant now) {
        return EffectEntry.builder()
                .from(entry)
                .boundDigest(task.digest)
                .updatedAt(now)
                .build();
    }

    /** Nothing of what was sent is at the target; a record that stood there before still does. */
    static EffectEntry notThere(EffectEntry entry, Instant now) {
        boolean holdsOlder = entry.target().isPresent();
        return EffectEntry.builder()
                .from(entry)
                .state(holdsOlder ? EffectState.BOUND : EffectState.ABSENT)
                .recheckAt(Optional.empty())
                .updatedAt(now)
                .build();
    }

    /** It ended clearly, or was sent as often as allowed: whatever comes next begins to count anew. */
    public static EffectEntry notWanted(EffectEntry entry, Instant now) {
        return EffectEntry.builder().from(notThere(entry, now)).attempts(0).build();
    }

    /** It was refused before anything ran, for a reason that is not its own: the try does not count. */
    static EffectEntry notSent(EffectEntry entry, Instant now) {
        return EffectEntry.builder()
                .from(notThere(entry, now))
                .attempts(Math.max(0, entry.attempts() - 1))
                .build();
    }

    /** The target works on it. */
    static EffectEntry pending(EffectEntry entry, String hint, Instant recheckAt, Instant now) {
        return EffectEntry.builder()
                .from(entry)
                .state(EffectState.PENDING)
                .hint(hint.isEmpty() ? entry.hint() : hint)
                .recheckAt(recheckAt)
                .updatedAt(now)
                .build();
    }

    /** Still nobody knows. */
    static EffectEntry stillOpen(EffectEntry entry, Instant recheckAt, Instant now) {
        return EffectEntry.builder()
                .from(entry)
                .recheckAt(recheckAt)
                .updatedAt(now)
                .build();
    }

    /** What the target made of it was compared; what is worth knowing of that is kept beside what the write said. */
    static EffectEntry verified(EffectEntry entry, List<Finding> findings, Instant now) {
        String seen = notes(findings);
        String said = entry.note();
        return EffectEntry.builder()
                .from(entry)
                .state(EffectState.BOUND)
                .note(said.contains(seen) ? said : said.isEmpty() ? seen : said + "; " + seen)
                .updatedAt(now)
                .build();
    }

    /** What a sink needs to look for it. */
    static Intent toResolve(EffectEntry entry) {
        return new Intent(
                entry.key(), entry.nativeKey(), entry.hint(), entry.target(), entry.pendingDigest(), entry.sentAt());
    }
}
