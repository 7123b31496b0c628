package dev.drayage.spi;

import dev.drayage.model.RecordRef;
import java.time.Instant;
import java.util.Optional;

/**
 * What the ledger knows of an effect that was sent and may or may not have been carried out; enough to look for it without
 * its source.
 *
 * @param key the effect's name
 * @param nativeKey the key under which the target would know it
 * @param hint as stored by {@link RecordSink#prepare}
 * @param existing the record that was to be changed, if it was an update
 * @param contentDigest digest of the canonical record that was sent
 * @param sentAt when the intent was recorded, in UTC
 */
public record Intent(
        EffectKey key,
        String nativeKey,
        String hint,
        Optional<RecordRef> existing,
        String contentDigest,
        Instant sentAt) {
    /** Whether it was to take back what stood at the target. */
    public boolean takesBack() {
        return contentDigest.equals(Effect.VOIDED);
    }
}
