package dev.drayage.engine.internal.run;

import dev.drayage.error.ErrorCode;
import dev.drayage.model.RecordRef;
import dev.drayage.spi.Effect;
import dev.drayage.spi.Existing;
import dev.drayage.spi.Violations;
import dev.drayage.store.EffectEntry;
import dev.drayage.store.EffectState;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/**
 * What is to be done about an effect whose turn has come: a run does it, and a plan says it (guarantee G6). Decided from the
 * ledger and from what was seen at the target. Immutable.
 */
public sealed interface EffectDecision {
    /** So often in a row may a write only turn the one before it back. */
    int MAX_SWINGS = 3;

    /** An earlier call has not ended. */
    record UnderWay(Optional<Instant> recheckAt) implements EffectDecision {}

    /** Its target shows what it wants, or has nothing of what it is about. */
    record Nothing() implements EffectDecision {}

    /** A person says that its target shows what it wants. */
    record Accepted(EffectEntry entry) implements EffectDecision {}

    /** A person must act. */
    record Parked(ErrorCode code, String message) implements EffectDecision {}

    /**
     * A record that the ledger does not know stands for it and is bound to it.
     *
     * @param shown whether it shows what the effect wants; else it is written to
     */
    record Adopted(Existing found, RecordRef ref, boolean shown) implements EffectDecision {}

    /** Its target is written to. */
    record Called() implements EffectDecision {}

    /** Decides for an effect with this digest of its content. */
    static EffectDecision of(Effect<?> effect, String digest, EffectSight sight) {
        return sight.entry().isPresent()
                ? known(effect, digest, sight, sight.entry().get())
                : first(effect, sight);
    }

    /** Whether it is about a record that stands at the target and makes none. */
    static boolean makesNothing(Effect<?> effect) {
        return effect.mode() == Effect.Mode.UPDATE || effect.mode() == Effect.Mode.VOID;
    }

    /** Whether what was found shows what the effect wants. */
    static boolean isShown(Effect<?> effect, Existing found) {
        return effect.mode() == Effect.Mode.CREATE_ONCE || found.before().equals(found.after());
    }

    /** The one function that fits. */
    default <R> R fold(
            Function<UnderWay, R> underWay,
            Function<Nothing, R> nothing,
            Function<Accepted, R> accepted,
            Function<Parked, R> parked,
            Function<Adopted, R> adopted,
            Function<Called, R> called) {
        if (this instanceof UnderWay d) {
            return underWay.apply(d);
        } else if (this instanceof Nothing d) {
            return nothing.apply(d);
        } else if (this instanceof Accepted d) {
            return accepted.apply(d);
        } else if (this instanceof Parked d) {
            return parked.apply(d);
        } else if (this instanceof Adopted d) {
            return adopted.apply(d);
        }
        return called.apply((Called) this);
    }

    private static EffectDecision known(Effect<?> effect, String digest, EffectSight sight, EffectEntry entry) {
        if (EffectSight.isUnderWay(entry)) {
            return new UnderWay(entry.recheckAt());
        }
        if (makesNothing(effect) && entry.state() == EffectState.ABSENT) {
            return new Nothing();
        }
        Optional<RecordRef> bound = EffectSight.boundTo(entry);
        if (bound.isPresent() && sight.shows(digest)) {
            return new Nothing();
        }
        if (bound.isPresent() && effect.mode() == Effect.Mode.CREATE_ONCE) {
            if (entry.boundDigest().isEmpty()) { // a person says that the target shows it
                return new Accepted(entry);
            }
            return effect.substance().isEmpty()
                    ? new Nothing()
                    : new Parked(
                            ErrorCode.CHANGED_AFTER_BOOKING,
                            "its lines or amounts are not those that were booked as " + bound.get());
        }
        if (entry.swings() >= MAX_SWINGS && entry.previousDigest().equals(digest)) {
            return new Parked(
                    ErrorCode.PING_PONG,
                    "effect " + effect.key() + " went back and forth " + entry.swings() + " times");
        }
        return new Called();
    }

    /** The ledger does not know the effect; the target may, if it was looked at. */
    private static EffectDecision first(Effect<?> effect, EffectSight sight) {
        if (sight.unseen().isPresent()) {
            Violations why = sight.unseen().get();
            return new Parked(why.code(), why.message());
        }
        Optional<Existing> found = sight.found();
        Optional<RecordRef> ref = found.flatMap(Existing::ref);
        if (ref.isPresent()) {
            return new Adopted(found.get(), ref.get(), isShown(effect, found.get()));
        }
        if (makesNothing(effect)) {
            return new Nothing();
        }
        Optional<Violations> refused = found.map(Existing::violations).filter(why -> !why.isEmpty());
        return refused.isPresent()
                ? new Parked(refused.get().code(), refused.get().message())
                : new Called();
    }
}
