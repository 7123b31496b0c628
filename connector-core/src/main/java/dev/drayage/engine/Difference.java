package dev.drayage.engine;

import dev.drayage.model.RecordRef;
import dev.drayage.spi.EffectKey;
import java.util.Optional;

/**
 * One record on which both sides do not agree. Holds no buyer's data.
 *
 * @param ref the source's record
 * @param verdict how it stands; one that {@link ComparisonReport.Verdict#isDifference() is a difference}
 * @param effect which effect differs, if it is one
 * @param target the record at the target that it is about, if there is one
 * @param message what differs, for people
 * @param asked whether the next run was asked to book it
 */
public record Difference(
        RecordRef ref,
        ComparisonReport.Verdict verdict,
        Optional<EffectKey> effect,
        Optional<RecordRef> target,
        String message,
        boolean asked) {}
