package dev.drayage.store;

import dev.drayage.spi.Cursor;
import dev.drayage.spi.Slice;
import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;

/** Up to where a sync has read. Immutable. */
@Value.Immutable
@StoreStyle
public interface SyncState {
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

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds an entry; {@code from} copies another one. Not thread-safe. */
    final class Builder extends ImmutableSyncState.Builder {
        Builder() {}
    }
}
