package dev.drayage.testkit.warehouse;

import java.util.List;

/**
 * A functional group that the warehouse put out, and what the depositor acknowledged. Immutable.
 *
 * @param functionalId its GS01, as {@code SW}
 * @param control its GS06
 * @param interchange the ISA13 it went out in
 * @param file the file it was first put out in
 * @param sets how many sets it holds
 * @param answer what the depositor said
 * @param rejectedSets control numbers (ST02) of the sets that were not accepted
 */
public record SentGroup(
        String functionalId,
        String control,
        String interchange,
        String file,
        int sets,
        Answer answer,
        List<String> rejectedSets) {

    /** What a depositor says of a group. */
    public enum Answer {
        /** Nothing yet. */
        NONE,
        /** All of it is accepted. */
        ACCEPTED,
        /** All of it is accepted, with remarks. */
        ACCEPTED_WITH_ERRORS,
        /** Some sets are rejected. */
        PARTLY_ACCEPTED,
        /** All of it is rejected. */
        REJECTED
    }

    /** Copies the list. */
    public SentGroup {
        rejectedSets = List.copyOf(rejectedSets);
    }

    SentGroup answered(Answer by, List<String> rejected) {
        return new SentGroup(functionalId, control, interchange, file, sets, by, rejected);
    }
}
