package dev.drayage.engine.internal.context;

import dev.drayage.engine.RunReport;
import dev.drayage.error.ConnectorException;
import dev.drayage.error.ErrorCode;
import java.util.Optional;

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
        switch (FailureKind.of(failure)) {
            case UNAUTHORISED -> {
                code = codeOf(failure);
                because(RunReport.Ending.NEEDS_REAUTHORISATION, described(failure));
            }
            case CANCELLED -> because(RunReport.Ending.CANCELLED, "");
            case OUTAGE -> because(RunReport.Ending.OUTAGE, described(failure));
            case STORE -> {
                code = codeOf(failure);
                because(RunReport.Ending.FAILED, described(failure));
            }
            case TAKEN_OVER -> because(RunReport.Ending.BUSY, described(failure));
            case NOT_STARTED -> because(RunReport.Ending.FAILED, described(failure));
            case REFUSED, UNKNOWN -> {
                return false;
            }
        }
        return true;
    }

    private static Optional<ErrorCode> codeOf(RuntimeException failure) {
        return failure instanceof ConnectorException known ? Optional.of(known.code()) : Optional.empty();
    }

    private static String described(RuntimeException failure) {
        return failure instanceof ConnectorException known ? known.describe() : String.valueOf(failure.getMessage());
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
