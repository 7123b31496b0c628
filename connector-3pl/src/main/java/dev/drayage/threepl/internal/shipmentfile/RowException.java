package dev.drayage.threepl.internal.shipmentfile;

import java.io.Serial;

/** A row that cannot be understood; the message names row and column, never a buyer's data. */
final class RowException extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    RowException(long row, String column, String problem) {
        super("row " + row + ", column " + column + ": " + problem);
    }
}
