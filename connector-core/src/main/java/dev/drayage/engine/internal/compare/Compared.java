package dev.drayage.engine.internal.compare;

import dev.drayage.engine.ComparisonReport.Verdict;
import dev.drayage.engine.Difference;
import dev.drayage.model.RecordRef;
import dev.drayage.spi.EffectKey;
import java.util.Optional;

/**
 * How one record stands on both sides.
 *
 * @param ref the source's record
 * @param verdict how it stands
 * @param effect which effect differs, if one does
 * @param target the record at the target that it is about, if there is one
 * @param message why, for people
 * @param bookable whether a run that is asked for the record would put it right
 */
record Compared(
        RecordRef ref,
        Verdict verdict,
        Optional<EffectKey> effect,
        Optional<RecordRef> target,
        String message,
        boolean bookable) {

    /** A record of which no effect needs to be named. */
    static Compared of(RecordRef ref, Verdict verdict, String message) {
        return new Compared(ref, verdict, Optional.empty(), Optional.empty(), message, false);
    }

    /** The same; a run would put it right. */
    Compared andBookable() {
        return new Compared(ref, verdict, effect, target, message, true);
    }

    /** What people are told. */
    Difference difference(boolean asked) {
        return new Difference(ref, verdict, effect, target, message, asked);
    }
}
