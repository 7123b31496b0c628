package dev.drayage.engine.internal.context;

import dev.drayage.error.AuthorisationException;
import dev.drayage.error.CancelledException;
import dev.drayage.error.RefusedException;
import dev.drayage.error.StoreException;
import dev.drayage.error.ThrottledException;
import dev.drayage.error.UnavailableException;
import dev.drayage.store.StaleLeaseException;

/**
 * What a failed call says: whether only one record is to blame, and whether anything may have been carried out (guarantee G2). Decided
 * here alone, as the table of outcomes and exceptions in the guide for connectors promises it.
 */
public enum FailureKind {
    /** The account takes our credentials or our role for insufficient; it carried nothing out. */
    UNAUTHORISED(true, true),
    /** The account cannot be used now; it carried nothing out. */
    OUTAGE(true, true),
    /** The run was cancelled in the middle of it. */
    CANCELLED(true, false),
    /** Our own store cannot be used; what an account was asked for meanwhile may have been done. */
    STORE(true, false),
    /** Another process has the lease, which is asked for before each call. */
    TAKEN_OVER(true, true),
    /** The host's executor took no job. */
    NOT_STARTED(true, true),
    /** The account took the call for wrong, whatever is sent again; it carried nothing out. */
    REFUSED(false, true),
    /** Anything else, a connector's defect among it: nobody knows what was carried out. */
    UNKNOWN(false, false);

    private final boolean concernsTheAccount;
    private final boolean nothingRan;

    FailureKind(boolean concernsTheAccount, boolean nothingRan) {
        this.concernsTheAccount = concernsTheAccount;
        this.nothingRan = nothingRan;
    }

    public static FailureKind of(RuntimeException failure) {
        if (failure instanceof AuthorisationException) {
            return UNAUTHORISED;
        } else if (failure instanceof UnavailableException || failure instanceof ThrottledException) {
            return OUTAGE;
        } else if (failure instanceof CancelledException) {
            return CANCELLED;
        } else if (failure instanceof StoreException) {
            return STORE;
        } else if (failure instanceof StaleLeaseException) {
            return TAKEN_OVER;
        } else if (failure instanceof NotStartedException) {
            return NOT_STARTED;
        }
        return failure instanceof RefusedException ? REFUSED : UNKNOWN;
    }

    /** Whether it says something of the whole account, or of this process, and not of one record. */
    public boolean concernsTheAccount() {
        return concernsTheAccount;
    }

    /** Whether it proves that nothing was carried out. */
    public boolean nothingRan() {
        return nothingRan;
    }
}
