package dev.drayage.engine.internal.run;

import dev.drayage.engine.Sync;
import dev.drayage.engine.internal.context.RunContext;
import dev.drayage.engine.internal.context.SinkPort;
import dev.drayage.engine.internal.context.TargetLook;
import dev.drayage.engine.internal.turn.Lanes;
import dev.drayage.model.CommerceRecord;
import dev.drayage.model.RecordRef;
import dev.drayage.spi.Effect;
import dev.drayage.spi.EffectKey;
import dev.drayage.spi.Existing;
import dev.drayage.spi.Prepared;
import dev.drayage.spi.Violations;
import dev.drayage.store.EffectEntry;
import dev.drayage.store.EffectState;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One effect on its way through a run. Used by the coordinator's thread only. */
final class EffectTask {
    final Effect<?> effect;
    final RecordTask owner;
    final Sync.SinkId sinkId;
    final SinkPort sink;
    final String digest;
    final Lanes.Lane lane;

    /** Effects of this or another record that have to end first. */
    final Set<EffectKey> waitsFor = new HashSet<>();

    /** Those of them whose targets must show what they want before this one is sent. */
    final Set<EffectKey> afterShown = new LinkedHashSet<>();

    /** What the effects it needs were bound to. */
    final Map<EffectKey, RecordRef> bound = new HashMap<>();

    @Nullable EffectEntry entry;

    @Nullable Existing found;

    /** Why the target could not be looked at, if it could not: then nobody knows what stands there. */
    @Nullable Violations unseen;

    /** The record at the target that a two-way flow knows from the other direction. */
    Optional<RecordRef> counterpart = Optional.empty();

    /** The last write of the other direction. */
    @Nullable EffectEntry reverse;

    @Nullable Prepared<CommerceRecord> prepared;

    /** Whether it was decided what to do about it; that happens once. */
    boolean started;

    boolean ended;

    private EffectTask(Effect<?> effect, RecordTask owner, Sync.SinkId sinkId, SinkPort sink) {
        this.effect = effect;
        this.owner = owner;
        this.sinkId = sinkId;
        this.sink = sink;
        this.digest = effect.digest();
        this.lane = new Lanes.Lane(effect.key().target(), effect.lane());
    }

    /** An effect of a record; empty if it goes to no sink of the sync. */
    static Optional<EffectTask> of(RunContext<?> run, Effect<?> effect, RecordTask owner) {
        Sync.SinkId id = TargetLook.id(effect);
        return Optional.ofNullable(run.ports().get(id)).map(port -> new EffectTask(effect, owner, id, port));
    }

    EffectKey key() {
        return effect.key();
    }

    /** What is known of it. */
    EffectSight sight() {
        return new EffectSight(
                Optional.ofNullable(entry), Optional.ofNullable(found), Optional.ofNullable(unseen), isTurned());
    }

    /** The entry under which it was sent. */
    EffectEntry sentEntry() {
        EffectEntry sent = entry;
        if (sent == null) {
            throw new IllegalStateException("effect " + key() + " was sent without an intent");
        }
        return sent;
    }

    /** What was sent. */
    Prepared<CommerceRecord> sentPrepared() {
        Prepared<CommerceRecord> sent = prepared;
        if (sent == null) {
            throw new IllegalStateException("effect " + key() + " was sent without being prepared");
        }
        return sent;
    }

    /** Whether the ledger knows that the target shows this content: the last write between the two was this one. */
    boolean isShown() {
        return sight().shows(digest);
    }

    /** Whether the last write between the two was one of the other direction. */
    boolean isTurned() {
        return entry != null && reverse != null && !reverse.sentAt().isBefore(entry.sentAt());
    }

    /** Now, or just after the last write of the other direction, whose node's clock may be ahead: who wrote last is told by that. */
    Instant afterReverse(Instant now) {
        return reverse == null || now.isAfter(reverse.sentAt())
                ? now
                : reverse.sentAt().plusMillis(1);
    }

    /** Whether a call was made and nobody knows yet how it ended. */
    boolean isUnderWay() {
        return entry != null && EffectSight.isUnderWay(entry);
    }

    /** Whether it was to take something back and nothing of that stands at the target any more. */
    boolean isTakenBack() {
        return effect.mode() == Effect.Mode.VOID
                && owner.parkedCode.isEmpty()
                && (entry == null
                        || entry.state() == EffectState.ABSENT
                        || (entry.state() == EffectState.BOUND
                                && entry.boundDigest().equals(digest)));
    }

    /** The record to change, if the target has one. */
    Optional<RecordRef> existing() {
        if (entry != null && entry.target().isPresent()) {
            return entry.target();
        }
        if (found != null && found.ref().isPresent()) {
            return found.ref();
        }
        return counterpart;
    }
}
