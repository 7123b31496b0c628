package dev.drayage.netsuite.internal.payment;

import dev.drayage.model.CustomerDeposit;
import dev.drayage.model.CustomerPayment;
import dev.drayage.model.PaymentTransaction;
import dev.drayage.model.RecordType;
import dev.drayage.netsuite.internal.record.RecordKind;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One of the two documents by which customers pay. A deposit is for one order and goes by its own id; a payment may be applied
 * to many invoices and is told once for each, as {@code <payment>-<invoice>}. Immutable.
 *
 * @param type what it is told as
 * @param kind what it is in NetSuite
 * @param word what people call it
 * @param linked name of the query for what it pays
 * @param seen records that the role must see, or nothing would be found without an error
 * @param shape makes the record of what both documents have in common
 * @param <T> the record
 */
record PaidDocument<T extends PaymentTransaction>(
        RecordType<T> type,
        RecordKind kind,
        String word,
        String linked,
        List<RecordKind> seen,
        Function<PaymentTransaction, T> shape) {
    static final PaidDocument<CustomerPayment> PAYMENT = new PaidDocument<>(
            RecordType.CUSTOMER_PAYMENT,
            RecordKind.CUSTOMER_PAYMENT,
            "customer payment",
            "paid-invoices",
            List.of(RecordKind.CUSTOMER_PAYMENT, RecordKind.INVOICE, RecordKind.SALES_ORDER),
            common -> CustomerPayment.builder().from(common).build());
    static final PaidDocument<CustomerDeposit> DEPOSIT = new PaidDocument<>(
            RecordType.CUSTOMER_DEPOSIT,
            RecordKind.CUSTOMER_DEPOSIT,
            "customer deposit",
            "paid-orders",
            List.of(RecordKind.CUSTOMER_DEPOSIT, RecordKind.SALES_ORDER),
            common -> CustomerDeposit.builder().from(common).build());

    private static final Pattern ONE = Pattern.compile("([0-9]{1,18})");
    private static final Pattern PAIR = Pattern.compile("([0-9]{1,18})-([0-9]{1,18})");

    PaidDocument {
        seen = List.copyOf(seen);
    }

    /** Whether it is told once for each document that it pays. */
    boolean isSplit() {
        return kind == RecordKind.CUSTOMER_PAYMENT;
    }

    /** The id under which it is told. */
    String refId(String payment, String paid) {
        return isSplit() ? payment + "-" + paid : payment;
    }

    /** The internal id of the document in an id under which it is told; empty if that is none. */
    Optional<String> payment(String refId) {
        Matcher found = (isSplit() ? PAIR : ONE).matcher(refId);
        return found.matches() ? Optional.of(found.group(1)) : Optional.empty();
    }

    /** What ids under which it is told look like. */
    String idForm() {
        return refId("<internal id>", "<internal id of the invoice>");
    }
}
