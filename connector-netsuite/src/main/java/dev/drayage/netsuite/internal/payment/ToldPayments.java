package dev.drayage.netsuite.internal.payment;

import dev.drayage.model.RecordRef;
import dev.drayage.spi.ConnectorState;
import java.util.List;

/**
 * As what payments and deposits were told, in the host's store: once a payment is taken off an invoice, nothing in the account
 * says that it was ever on it. Thread-safe.
 */
public final class ToldPayments {
    private final ConnectorState state;

    /** Payments and deposits that {@code state} remembers. */
    public ToldPayments(ConnectorState state) {
        this.state = state;
    }

    /** Ids as which a payment or deposit was told. */
    List<String> of(PaidDocument<?> document, String payment) {
        return state.all(prefix(document, payment)).values().stream().sorted().toList();
    }

    /** It was told. */
    void told(PaidDocument<?> document, String payment, RecordRef ref) {
        state.put(prefix(document, payment) + ref.id(), ref.id());
    }

    /** That it is gone was told too. */
    void forget(PaidDocument<?> document, String payment, RecordRef ref) {
        state.remove(prefix(document, payment) + ref.id());
    }

    private static String prefix(PaidDocument<?> document, String payment) {
        return "paid/" + document.type().name() + "/" + payment + "/";
    }
}
