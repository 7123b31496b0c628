package dev.drayage.threepl.internal.csv;

import java.io.Serial;

/** Why a record cannot be understood, with row and column; never what the field holds. */
final class RowFault extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    RowFault(long row, String column, String problem) {
        super("row " + row + ", column " + column + ": " + problem);
    }

    RowFault(String problem) {
        super(problem);
    }
}
