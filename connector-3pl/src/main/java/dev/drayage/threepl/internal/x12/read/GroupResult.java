package dev.drayage.threepl.internal.x12.read;

import dev.drayage.threepl.internal.x12.FunctionalAcknowledgement;
import dev.drayage.threepl.internal.x12.X12Fault;
import java.util.List;

/**
 * What became of one group of a file, for its acknowledgement.
 *
 * @param interchange control number of its interchange
 * @param functionalId its kind, such as SW
 * @param control its control number
 * @param included sets as its end counts them
 * @param refused whether the file around it was refused
 * @param faults what is wrong with the group itself
 * @param sets what became of its sets
 */
public record GroupResult(
        String interchange,
        String functionalId,
        String control,
        int included,
        boolean refused,
        List<X12Fault> faults,
        List<SetResult> sets) {
    public GroupResult {
        faults = List.copyOf(faults);
        sets = List.copyOf(sets);
    }

    /** Whether its sets are of this kind, or are said to be. */
    public boolean holds(TransactionSet set) {
        return set.group().equals(functionalId);
    }

    /** Whether it is to be acknowledged; an acknowledgement never is. */
    public boolean wantsAcknowledgement() {
        return !holds(TransactionSet.ACKNOWLEDGEMENT);
    }

    /** Whether anything is wrong with it or with one of its sets. */
    public boolean isFaulty() {
        return !faults.isEmpty() || sets.stream().anyMatch(set -> !set.faults().isEmpty());
    }

    /** What we say to the warehouse about it. */
    public FunctionalAcknowledgement acknowledgement() {
        return Verdicts.acknowledge(this);
    }
}
