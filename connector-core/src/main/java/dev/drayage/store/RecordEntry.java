package dev.drayage.store;

import dev.drayage.error.ErrorCode;
import dev.drayage.model.RecordRef;
import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;

/** One source record as one sync knows it. Immutable. */
@Value.Immutable
@StoreStyle
public interface RecordEntry {
    /** The sync that reads it. */
    String sync();

    /** The record. */
    RecordRef ref();

    /** What stands between the source's own revision and the host's mapping version, where there is one. */
    String BEFORE_VERSION = "@";

    /**
     * The revision that {@link #state()} is about: the source's own, and behind {@link #BEFORE_VERSION} the mapping version with which it was translated,
     * if the host gives one; empty if it was never read.
     */
    @Value.Default
    default String revision() {
        return "";
    }

    /** Where it stands. */
    RecordState state();

    /**
     * Why it stands there, if it is parked, deferred, open or skipped for a coded reason; {@link ErrorCode#WAITS_LONG} once
     * people were told that it waits too long.
     */
    Optional<ErrorCode> code();

    /** Why, in one sentence without a buyer's data. */
    @Value.Default
    default String message() {
        return "";
    }

    /** The effect key or other name that a deferred record waits for. */
    Optional<String> waitingFor();

    /** How often it was worked on since it last changed. */
    @Value.Default
    default int attempts() {
        return 0;
    }

    /** When it is to be looked at again, in UTC. */
    Optional<Instant> dueAt();

    /** When the source last changed it, in UTC. */
    Optional<Instant> changedAt();

    /** Since when it stands so, in UTC: a look that finds the same state for the same reason leaves it. */
    Instant updatedAt();

    /** Whether it is about that revision of the source, with whatever mapping it was translated. */
    default boolean isAbout(String sourceRevision) {
        return revision().equals(sourceRevision) || revision().startsWith(sourceRevision + BEFORE_VERSION);
    }

    /** Whether a person asked for it by name: from then on it is followed to its end, though it was made before go-live. */
    @Value.Default
    default boolean admitted() {
        return false;
    }

    /** Whether a person set it aside: then it is parked for no coded reason. */
    default boolean isSetAside() {
        return state() == RecordState.PARKED && code().isEmpty();
    }

    /** Whether a person took it over or set it aside, so that nothing becomes of it until a person says so. */
    default boolean isAPersonsMatter() {
        return state() == RecordState.DISMISSED || isSetAside();
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds an entry; {@code from} copies another one. Not thread-safe. */
    final class Builder extends ImmutableRecordEntry.Builder {
        Builder() {}
    }
}
