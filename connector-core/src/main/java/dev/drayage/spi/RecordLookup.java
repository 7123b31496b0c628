package dev.drayage.spi;

import dev.drayage.call.CallContext;
import dev.drayage.model.CommerceRecord;
import java.util.Collection;
import java.util.Map;

/**
 * The read-only half of a sink: all that a plan may touch (guarantee G6). Blocking and thread-safe.
 *
 * @param <T> the record
 */
public interface RecordLookup<T extends CommerceRecord> {
    /**
     * What stands at the target for each effect, and whether the effect would be taken: a record under the effect's own
     * native key, or one that the connector's adoption rule recognises. Every given key is answered.
     */
    Map<EffectKey, Existing> find(Collection<Effect<T>> effects, CallContext call);
}
