package dev.drayage.store;

import dev.drayage.error.ErrorCode;
import dev.drayage.model.RecordRef;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;

/** Which records to find. Criteria that are left out do not restrict; those given all hold. Immutable. */
@Value.Immutable
@StoreStyle
public interface RecordQuery {
    /** Of this sync. */
    Optional<String> sync();

    /** One of these; empty means any. */
    Set<RecordRef> refs();

    /** In one of these states; empty means any. */
    Set<RecordState> states();

    /** For one of these reasons; empty means any. */
    Set<ErrorCode> codes();

    /** To be looked at by this instant. */
    Optional<Instant> dueBy();

    /** Waiting for one of these names; empty means any. */
    Set<String> waitingFor();

    /** Changed at the source at or after this instant. */
    Optional<Instant> changedFrom();

    /** Changed at the source before this instant. */
    Optional<Instant> changedBefore();

    /** The source system's own id, whatever account and type. */
    Optional<String> id();

    /** Only those whose reference sorts after this one, to go on after a page. */
    Optional<RecordRef> after();

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
    final class Builder extends ImmutableRecordQuery.Builder {
        Builder() {}
    }
}
