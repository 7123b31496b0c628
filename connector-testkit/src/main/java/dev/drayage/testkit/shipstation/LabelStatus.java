package dev.drayage.testkit.shipstation;

/** Where a label stands. */
public enum LabelStatus {
    /** It was asked for and is being made: nothing can leave by it yet. */
    PROCESSING("processing"),
    /** It can be printed. */
    COMPLETED("completed"),
    /** It could not be made. */
    ERROR("error"),
    /** It was taken back. */
    VOIDED("voided");

    private final String word;

    LabelStatus(String word) {
        this.word = word;
    }

    /** The vendor's word. */
    public String word() {
        return word;
    }
}
