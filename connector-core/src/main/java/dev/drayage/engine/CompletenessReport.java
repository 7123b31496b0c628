package dev.drayage.engine;

import dev.drayage.store.RecordState;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

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
                && states.keySet().stream()
                        .allMatch(state -> state == RecordState.SETTLED || state == RecordState.SKIPPED);
    }
}
