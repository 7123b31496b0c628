package dev.drayage.store;

import dev.drayage.spi.Cursor;
import dev.drayage.spi.Slice;
import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;

/** Where a sync stands. Immutable. */
@Value.Immutable
@StoreStyle
public interface SyncState {
    /** Whether it may run. */
    enum Condition {
        /** It runs when the host runs it. */
        ACTIVE,
        /** A person paused it. */
        PAUSED,
        /** An account refuses the credentials; it tries again after {@link #resumeAt()} or when resumed. */
        NEEDS_REAUTHORISATION
    }

    /** The sync. */
    String sync();

    /** When this ledger first knew the sync, in UTC: older records may exist at the target already. */
    Instant bornAt();

    /** Every change before this instant was read and recorded; empty before the first window ended. */
    Optional<Instant> watermark();

    /** The window that is being read, if its end was not reached. */
    Optional<Slice.Window> window();

    /** Where in that window, or in the backlog, reading goes on. */
    Optional<Cursor> cursor();

    /** Whether it may run. */
    Condition condition();

    /** Why, if it may not. */
    @Value.Default
    default String message() {
        return "";
    }

    /** When it may run again by itself, in UTC. */
    Optional<Instant> resumeAt();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds an entry; {@code from} copies another one. Not thread-safe. */
    final class Builder extends ImmutableSyncState.Builder {
        Builder() {}
    }
}
