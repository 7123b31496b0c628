package dev.drayage.spi;

import dev.drayage.model.CommerceRecord;
import dev.drayage.model.RecordRef;
import java.util.Map;
import java.util.Optional;

/**
 * An effect with everything that is stored before it is sent.
 *
 * @param effect the effect
 * @param nativeKey the key under which the target will know it: external id, package reference, control number
 * @param hint what {@link RecordSink#resolve} needs beside the key; no buyer's data, at most 1,000 characters
 * @param expectation what {@link RecordSink#verify} compares with, such as the total; no buyer's data
 * @param existing the record to change, if the effect was bound before
 * @param bound the records that the effects named in {@link Effect#after()} were bound to
 * @param <T> the record
 */
public record Prepared<T extends CommerceRecord>(
        Effect<T> effect,
        String nativeKey,
        String hint,
        String expectation,
        Optional<RecordRef> existing,
        Map<EffectKey, RecordRef> bound) {
    public Prepared {
        bound = Map.copyOf(bound);
    }

    /** The effect's name. */
    public EffectKey key() {
        return effect.key();
    }
}
