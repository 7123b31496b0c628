package dev.drayage.engine.internal.context;

import dev.drayage.engine.RunReport;
import dev.drayage.error.AuthorisationException;
import dev.drayage.error.CancelledException;
import dev.drayage.error.ConnectorException;
import dev.drayage.error.ErrorCode;
import dev.drayage.error.StoreException;
import dev.drayage.error.ThrottledException;
import dev.drayage.error.UnavailableException;
import dev.drayage.store.StaleLeaseException;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;

/** Why a run takes in nothing more; the first reason counts, but any counts more than a budget. Used by the coordinator's thread only. */
public final class Stop {
    private Optional<RunReport.Ending> ending = Optional.empty();
    private Optional<ErrorCode> code = Optional.empty();
    private String message = "";

    public void because(RunReport.Ending reason, String why) {
        if (ending.isEmpty() || ending.get() == RunReport.Ending.BUDGET) {
            ending = Optional.of(reason);
            message = why;
        }
    }

    /** Stops for a failure of an account, if it is one that concerns more than one record. */
    public boolean becauseOf(RuntimeException failure) {
        if (failure instanceof AuthorisationException e) {
            code = Optional.of(e.code());
            because(RunReport.Ending.NEEDS_REAUTHORISATION, e.describe());
        } else if (failure instanceof CancelledException) {
            because(RunReport.Ending.CANCELLED, "");
        } else if (failure instanceof UnavailableException || failure instanceof ThrottledException) {
            because(RunReport.Ending.OUTAGE, ((ConnectorException) failure).describe());
        } else if (failure instanceof StoreException e) {
            code = Optional.of(e.code());
            because(RunReport.Ending.FAILED, e.describe());
        } else if (failure instanceof StaleLeaseException) {
            because(RunReport.Ending.BUSY, String.valueOf(failure.getMessage()));
        } else if (failure instanceof RejectedExecutionException) {
            because(RunReport.Ending.FAILED, "the executor takes no more jobs");
        } else {
            return false;
        }
        return true;
    }

    /** Whether a failure says something of the whole account, or of this process, and not of one record. */
    public static boolean concernsTheAccount(RuntimeException failure) {
        return failure instanceof AuthorisationException
                || failure instanceof CancelledException
                || failure instanceof StoreException
                || failure instanceof StaleLeaseException
                || failure instanceof UnavailableException
                || failure instanceof ThrottledException;
    }

    public boolean stopped() {
        return ending.isPresent();
    }

    /** Whether what was taken in and not sent is given up; a budget only says that nothing more is taken in. */
    public boolean abandons() {
        return ending.isPresent() && ending.get() != RunReport.Ending.BUDGET;
    }

    public RunReport.Ending ending(RunReport.Ending otherwise) {
        return ending.orElse(otherwise);
    }

    public Optional<ErrorCode> code() {
        return code;
    }

    public String message() {
        return message;
    }

    /** The message for a listener, who is told the code beside it. */
    public String alarm() {
        String prefix = code.map(known -> known + ": ").orElse("");
        return message.startsWith(prefix) ? message.substring(prefix.length()) : message;
    }
}
