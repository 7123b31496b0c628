package dev.drayage.threepl.internal.x12.read;

import dev.drayage.threepl.internal.x12.X12Fault;
import java.io.Serial;

/** The text of a file cannot be taken apart, or its envelope is broken: nothing of the file can be trusted. */
final class MalformedTextException extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient X12Fault fault;

    MalformedTextException(X12Fault fault) {
        super(fault.describe());
        this.fault = fault;
    }

    X12Fault fault() {
        return fault;
    }
}
