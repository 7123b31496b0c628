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
public record GroupReceipt(
        String interchange,
        String functionalId,
        String control,
        int included,
        boolean refused,
        List<X12Fault> faults,
        List<SetReceipt> sets) {
    public GroupReceipt {
        faults = List.copyOf(faults);
        sets = List.copyOf(sets);
    }

    /** Whether it is to be acknowledged; an acknowledgement never is. */
    public boolean wantsAcknowledgement() {
        return !functionalId.equals("FA");
    }

    /** What we say to the warehouse about it. */
    public FunctionalAcknowledgement acknowledgement() {
        return Receipts.acknowledge(this);
    }
}
