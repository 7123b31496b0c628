package dev.drayage.spi;

import dev.drayage.call.CallContext;
import dev.drayage.model.CommerceRecord;
import dev.drayage.model.RecordRef;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How records of one type are written to one account. Blocking and thread-safe: the engine calls it from several threads,
 * never twice at once for effects of one lane. It never retries a write by itself (guarantee G2).
 *
 * @param <T> the record
 */
public interface RecordSink<T extends CommerceRecord> extends RecordLookup<T> {
    /** How it takes writes and what can be guaranteed. */
    SinkTraits traits();

    /**
     * Works out, without calling the account, the native key and hint that are stored before the effect is sent. The same
     * effect always gets the same native key.
     */
    Prepared<T> prepare(Effect<T> effect, Optional<RecordRef> existing, Map<EffectKey, RecordRef> bound);

    /**
     * Sends effects that were recorded; one committing call each. A key that is missing in the answer, and any exception
     * but those that prove that nothing ran, mean unknown.
     */
    Map<EffectKey, EffectOutcome> apply(List<Prepared<T>> batch, CallContext call);

    /** Reads the target for effects whose answer was lost or is awaited; writes nothing. Every key is answered. */
    Map<EffectKey, Resolution> resolve(List<Intent> open, CallContext call);

    /**
     * Compares what the target made of written records with the expectation that was stored, such as the total that it
     * computed. Keys without a finding may be left out.
     */
    default Map<EffectKey, List<Finding>> verify(List<Written> written, CallContext call) {
        return Map.of();
    }

    /**
     * A record that was written and is to be verified.
     *
     * @param key the effect's name
     * @param ref the target's record
     * @param expectation as stored by {@link #prepare}
     */
    record Written(EffectKey key, RecordRef ref, String expectation) {}
}
