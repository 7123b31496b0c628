package dev.drayage.store;

import dev.drayage.model.RecordRef;
import dev.drayage.spi.EffectKey;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;

/** Which effects to find. Criteria that are left out do not restrict; those given all hold. Immutable. */
@Value.Immutable
@StoreStyle
public interface EffectQuery {
    /** Last sent by this sync. */
    Optional<String> sync();

    /** One of these; empty means any. */
    Set<EffectKey> keys();

    /** In one of these states; empty means any. */
    Set<EffectState> states();

    /** Bound to one of these records; empty means any. */
    Set<RecordRef> targets();

    /** Caused by one of these records; empty means any. */
    Set<RecordRef> causes();

    /** The source's id, the target's id or the native key. */
    Optional<String> id();

    /** In this lane. */
    Optional<String> lane();

    /** Only those whose key sorts after this one, to go on after a page. */
    Optional<EffectKey> after();

    /** The most entries to return. */
    @Value.Default
    default int limit() {
        return 1_000;
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds an entry; {@code from} copies another one. Not thread-safe. */
    final class Builder extends ImmutableEffectQuery.Builder {
        Builder() {}
    }
}
