package dev.drayage.store;

import java.io.Serial;

/** A write came from a node whose lease another node has taken; nothing was written. */
public final class StaleLeaseException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    /** An exception that names the lease. */
    public StaleLeaseException(Lease lease) {
        super("the lease of " + lease.domain() + " at epoch " + lease.epoch() + " was taken over");
    }
}
