package dev.drayage.engine;

import dev.drayage.error.ErrorCode;
import dev.drayage.model.RecordRef;
import dev.drayage.store.RecordState;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Which unsettled records a {@link Worklist} shows, or a retry takes up. Criteria that are left out do not restrict; those given
 * all hold. Immutable.
 *
 * @param syncs of one of these syncs; empty means all of the engine
 * @param states in one of these states
 * @param codes for one of these reasons; empty means any
 * @param id the source system's own id, whatever account and type
 * @param standingBefore standing so since before this instant, in UTC
 * @param order which come first
 * @param after only those that come after this one in that order, to go on after a page
 * @param limit the most records to show
 */
public record WorkFilter(
        Set<String> syncs,
        Set<RecordState> states,
        Set<ErrorCode> codes,
        Optional<String> id,
        Optional<Instant> standingBefore,
        Order order,
        Optional<Mark> after,
        int limit) {
    private static final Set<RecordState> UNSETTLED =
            EnumSet.of(RecordState.PARKED, RecordState.DEFERRED, RecordState.OPEN, RecordState.DUE);

    /** Which records come first. */
    public enum Order {
        /** Those that stand so for the longest time. */
        OLDEST_FIRST,
        /** Those that came last. */
        NEWEST_FIRST
    }

    /**
     * A place in the list.
     *
     * @param since since when the record stands so, in UTC
     * @param sync its sync
     * @param ref the record
     */
    public record Mark(Instant since, String sync, RecordRef ref) {}

    public WorkFilter {
        syncs = Set.copyOf(syncs);
        states = Set.copyOf(states);
        codes = Set.copyOf(codes);
        if (states.isEmpty() || !UNSETTLED.containsAll(states)) {
            throw new IllegalArgumentException("WorkFilter.states must be some of " + UNSETTLED);
        }
        if (limit < 0) {
            throw new IllegalArgumentException("WorkFilter.limit must not be negative");
        }
    }

    /** Everything that is not settled: what needs a person, what waits, what is open and what is due. */
    public static WorkFilter unsettled() {
        return new WorkFilter(
                Set.of(),
                UNSETTLED,
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                Order.OLDEST_FIRST,
                Optional.empty(),
                100);
    }

    /** What needs a person. */
    public static WorkFilter parked() {
        return unsettled().in(RecordState.PARKED);
    }

    /** Only of these syncs; also of one that the engine has no more. */
    public WorkFilter of(String... names) {
        return new WorkFilter(Set.of(names), states, codes, id, standingBefore, order, after, limit);
    }

    /** Only in these states. */
    public WorkFilter in(RecordState... some) {
        return new WorkFilter(syncs, Set.of(some), codes, id, standingBefore, order, after, limit);
    }

    /** Only for these reasons. */
    public WorkFilter because(ErrorCode... some) {
        return new WorkFilter(syncs, states, Set.of(some), id, standingBefore, order, after, limit);
    }

    /** Only records that their system calls so. */
    public WorkFilter withId(String name) {
        return new WorkFilter(syncs, states, codes, Optional.of(name), standingBefore, order, after, limit);
    }

    /** Only those that stand so since before {@code instant}, in UTC. */
    public WorkFilter standingBefore(Instant instant) {
        return new WorkFilter(syncs, states, codes, id, Optional.of(instant), order, after, limit);
    }

    /** In this order. */
    public WorkFilter ordered(Order first) {
        return new WorkFilter(syncs, states, codes, id, standingBefore, first, after, limit);
    }

    /** The page after the one that ended with {@code last}. */
    public WorkFilter after(Mark last) {
        return new WorkFilter(syncs, states, codes, id, standingBefore, order, Optional.of(last), limit);
    }

    /** At most so many on a page. */
    public WorkFilter limit(int most) {
        return new WorkFilter(syncs, states, codes, id, standingBefore, order, after, most);
    }
}
