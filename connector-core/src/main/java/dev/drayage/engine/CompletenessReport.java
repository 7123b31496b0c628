package dev.drayage.engine;

import dev.drayage.store.RecordState;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What became of everything that changed in a window at the source (guarantee G9).
 *
 * @param sync the sync
 * @param from first instant of the window, in UTC
 * @param to first instant after it
 * @param watermark up to where the source was read; empty before the first window ended
 * @param states how many records stand where
 */
public record CompletenessReport(
        String sync, Instant from, Instant to, Optional<Instant> watermark, Map<RecordState, Long> states) {
    private static final Set<RecordState> DONE =
            EnumSet.of(RecordState.SETTLED, RecordState.SKIPPED, RecordState.DISMISSED);

    public CompletenessReport {
        states = Map.copyOf(states);
    }

    /** How many records were seen. */
    public long seen() {
        return states.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Whether the whole window was read and nothing of it waits for anything. */
    public boolean complete() {
        return watermark.map(mark -> !mark.isBefore(to)).orElse(false)
                && states.keySet().stream().allMatch(DONE::contains);
    }
}
