package dev.drayage.engine;

import dev.drayage.model.RecordRef;
import dev.drayage.spi.Slice;
import java.util.List;
import java.util.Optional;

/**
 * Which records a plan looks at; bounded by {@code limit} (guarantee G6).
 *
 * @param refs these records; empty to read a slice
 * @param window this window; empty for what a run would read next
 * @param limit the most records to look at
 */
public record Selection(List<RecordRef> refs, Optional<Slice.Window> window, int limit) {
    /** @throws IllegalArgumentException if nothing could be looked at */
    public Selection {
        refs = List.copyOf(refs);
        if (limit < 1) {
            throw new IllegalArgumentException("Selection.limit must be at least 1: " + limit);
        }
    }

    /** Named records. */
    public static Selection of(RecordRef... refs) {
        return new Selection(List.of(refs), Optional.empty(), refs.length);
    }

    /** The first records of a window of change time. */
    public static Selection window(Slice.Window window, int limit) {
        return new Selection(List.of(), Optional.of(window), limit);
    }

    /** The first records that a run would read next. */
    public static Selection next(int limit) {
        return new Selection(List.of(), Optional.empty(), limit);
    }
}
