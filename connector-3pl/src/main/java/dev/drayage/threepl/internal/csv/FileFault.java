package dev.drayage.threepl.internal.csv;

import java.io.Serial;

/** Why nothing of a file can be used; names the row, never what a buyer's field holds. */
final class FileFault extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    private final boolean cut;

    private FileFault(String message, boolean cut) {
        super(message);
        this.cut = cut;
    }

    static FileFault of(String message) {
        return new FileFault(message, false);
    }

    static FileFault inRow(long row, String message) {
        return new FileFault("row " + row + " " + message, false);
    }

    /** The same, of a file that does not end as it must: the rest may still come. */
    FileFault cut() {
        return new FileFault(String.valueOf(getMessage()), true);
    }

    /** Whether the file may only not be complete yet. */
    boolean isCut() {
        return cut;
    }
}
