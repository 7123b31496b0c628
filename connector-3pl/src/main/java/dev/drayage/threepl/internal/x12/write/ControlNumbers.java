package dev.drayage.threepl.internal.x12.write;

/**
 * The numbers of one outgoing document, drawn by the caller in the transaction that keeps its text: a document that is sent
 * again has the same numbers, a new one has new ones.
 *
 * @param interchange number of the interchange, 1 to 999,999,999
 * @param group number of the group, 1 to 999,999,999
 * @param set number of the transaction set, 1 to 999,999,999
 */
public record ControlNumbers(int interchange, int group, int set) {
    private static final int MOST = 999_999_999;

    public ControlNumbers {
        if (interchange < 1 || interchange > MOST || group < 1 || group > MOST || set < 1 || set > MOST) {
            throw new IllegalArgumentException("ControlNumbers must be 1 to 999999999");
        }
    }
}
