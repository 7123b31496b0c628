package dev.drayage.engine.internal.run;

import dev.drayage.model.RecordRef;
import dev.drayage.spi.Existing;
import dev.drayage.spi.Violations;
import dev.drayage.store.EffectEntry;
import dev.drayage.store.EffectState;
import java.util.Optional;

/**
 * What is known of an effect before it is decided on: by the ledger, and by a look at its target if there was one. Immutable.
 *
 * @param entry what the ledger knows
 * @param found what stands at the target, if it was looked at
 * @param unseen why the target could not be looked at, if it could not: then nobody knows what stands there
 * @param turned whether the last write between the two was one of the other direction
 */
public record EffectSight(
        Optional<EffectEntry> entry, Optional<Existing> found, Optional<Violations> unseen, boolean turned) {
    /** The record that an effect was bound to. */
    public static Optional<RecordRef> boundTo(EffectEntry entry) {
        return entry.state() == EffectState.BOUND || entry.state() == EffectState.WRITTEN
                ? entry.target()
                : Optional.empty();
    }

    /** Whether a call was made and nobody knows yet how it ended. */
    public static boolean isUnderWay(EffectEntry entry) {
        return entry.state() == EffectState.INTENT || entry.state() == EffectState.PENDING;
    }

    /** Whether the ledger knows that the target shows this content: the last write between the two was this one. */
    boolean shows(String digest) {
        return !turned && entry.map(known -> known.boundDigest().equals(digest)).orElse(false);
    }

    /** Whether it stands at its target, or may do so. */
    boolean mayStand() {
        return entry.isPresent()
                ? entry.get().state() != EffectState.ABSENT
                : found.flatMap(Existing::ref).isPresent();
    }
}
