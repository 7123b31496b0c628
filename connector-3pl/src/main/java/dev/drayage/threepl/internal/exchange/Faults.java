package dev.drayage.threepl.internal.exchange;

import dev.drayage.error.CancelledException;
import dev.drayage.error.ConnectorException;
import dev.drayage.error.ErrorCode;
import dev.drayage.error.StoreException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The troubles of one round: those of one file stop no other, those of the exchange stop the round, and the host's wish and the
 * host's store end it at once. Used by one thread.
 */
final class Faults {
    private static final Set<ErrorCode> OF_THE_EXCHANGE = Set.of(
            ErrorCode.CREDENTIALS_REFUSED, ErrorCode.SERVER_UNKNOWN, ErrorCode.UNREACHABLE, ErrorCode.DEADLINE_PASSED);

    private final List<Arrivals.Fault> told = new ArrayList<>();
    private @Nullable ConnectorException stop;

    /** Takes a step for one file unless the round has stopped. */
    void during(String name, Runnable step) {
        if (stop != null) {
            return;
        }
        try {
            step.run();
        } catch (CancelledException | StoreException e) {
            throw e;
        } catch (ConnectorException e) {
            if (OF_THE_EXCHANGE.contains(e.code())) {
                stop = e;
            }
            add(name, e.code(), String.valueOf(e.getMessage()));
        }
    }

    void add(String name, ErrorCode code, String message) {
        told.add(new Arrivals.Fault(name, code, message));
    }

    /** What was done before the round stopped is worth handing out; with nothing in hand the reason is thrown. */
    List<Arrivals.Fault> told(boolean nothingInHand) {
        if (nothingInHand && stop != null) {
            throw stop;
        }
        return told;
    }
}
