package dev.drayage.testing;

import java.io.Serial;

/** The process dies here: an error that nothing in the library catches. */
public final class SimulatedCrash extends Error {
    @Serial
    private static final long serialVersionUID = 1L;

    /** A crash at a call. */
    public SimulatedCrash(String where) {
        super("crashed at " + where);
    }
}
