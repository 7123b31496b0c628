package dev.drayage.store;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

/**
 * What of a sync is old enough to be forgotten. Immutable.
 *
 * @param sync the sync
 * @param states only records in one of these go: settled, skipped or dismissed ones, of which nothing is expected any more
 * @param records only records whose entry was last set before this instant go, in UTC
 * @param audit only audit entries before this instant go, in UTC
 * @param most the most records, and the most audit entries, to take away at once
 */
public record Horizon(String sync, Set<RecordState> states, Instant records, Instant audit, int most) {
    private static final Set<RecordState> ENDED =
            Set.copyOf(EnumSet.of(RecordState.SETTLED, RecordState.SKIPPED, RecordState.DISMISSED));

    /** @throws IllegalArgumentException if no state is named, or one in which something is still to come of a record */
    public Horizon {
        states = Set.copyOf(states);
        if (states.isEmpty() || !ENDED.containsAll(states)) {
            throw new IllegalArgumentException("only records that ended may be forgotten, not " + states);
        }
    }
}
