package dev.drayage.spi;

import dev.drayage.model.CommerceRecord;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One page of changes. May be empty and still have a next one.
 *
 * @param changes what was read, in the source's order
 * @param next where to go on; empty at the end of the slice
 * @param completeUntil the instant up to which the source says this slice is complete, where it says so on any page: a checkpoint
 *     never moves past it, and the pages after this one may be asked for with a slice that ends there
 * @param <T> the record
 */
public record Page<T extends CommerceRecord>(
        List<Change<T>> changes, Optional<Cursor> next, Optional<Instant> completeUntil) {
    public Page {
        changes = List.copyOf(changes);
    }

    /** The last page of a slice. */
    public static <T extends CommerceRecord> Page<T> last(List<Change<T>> changes) {
        return new Page<>(changes, Optional.empty(), Optional.empty());
    }
}
