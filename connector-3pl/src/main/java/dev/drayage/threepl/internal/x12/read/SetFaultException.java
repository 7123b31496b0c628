package dev.drayage.threepl.internal.x12.read;

import dev.drayage.threepl.internal.x12.X12Fault;
import java.io.Serial;

/** A transaction set cannot be translated; its neighbours can. */
final class SetFaultException extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient X12Fault fault;

    SetFaultException(X12Fault fault) {
        super(fault.describe());
        this.fault = fault;
    }

    X12Fault fault() {
        return fault;
    }
}
