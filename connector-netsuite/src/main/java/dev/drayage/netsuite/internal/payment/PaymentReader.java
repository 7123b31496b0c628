package dev.drayage.netsuite.internal.payment;

import dev.drayage.error.ErrorCode;
import dev.drayage.error.UnavailableException;
import dev.drayage.model.ContentDigest;
import dev.drayage.model.CustomerDeposit;
import dev.drayage.model.Money;
import dev.drayage.model.PaymentTransaction;
import dev.drayage.model.RecordRef;
import dev.drayage.netsuite.internal.suiteql.Row;
import dev.drayage.spi.Change;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Makes a payment or deposit of the rows that tell of it. NetSuite keeps the day on which it was paid, in the account's zone, and
 * no time: the day's first instant is taken, which lies on that day for whoever cuts days in the same zone. Thread-safe.
 */
final class PaymentReader<T extends PaymentTransaction> {
    private static final String BY_OTHER_MEANS = "netsuite";

    private final PaidDocument<T> document;
    private final ZoneId zone;

    PaymentReader(PaidDocument<T> document, ZoneId zone) {
        this.document = document;
        this.zone = zone;
    }

    /**
     * One document as far as it pays one other; what cannot be understood is told, not thrown.
     *
     * @param paid rows of what is paid, at least one
     * @param currencies currencies by internal id
     * @return nothing if what is paid is of no channel's order
     */
    Optional<Change<T>> read(RecordRef ref, Row head, List<Row> paid, Function<String, Currency> currencies) {
        Optional<PaidOrder> order = PaidOrder.of(paid.get(0));
        if (order.isEmpty()) {
            return Optional.empty();
        }
        if (head.isTrue("voided")) {
            return Optional.of(new Change.Gone<>(ref));
        }
        try {
            return Optional.of(told(ref, head, paid, order.get(), currencies));
        } catch (UnavailableException e) {
            if (e.code() != ErrorCode.ANSWER_MALFORMED) {
                throw e;
            }
            return Optional.of(unreadable(ref, head, e));
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.of(unreadable(ref, head, e));
        }
    }

    private Change<T> unreadable(RecordRef ref, Row head, Exception why) {
        return new Change.Unreadable<>(
                ref,
                head.text("modified_utc").orElse(""),
                ErrorCode.RECORD_UNREADABLE,
                document.word() + " " + ref.id() + " cannot be read: " + why.getMessage());
    }

    private Change<T> told(
            RecordRef ref, Row head, List<Row> paid, PaidOrder order, Function<String, Currency> currencies) {
        BigDecimal amount = amount(head, paid);
        if (amount.signum() == 0) {
            return new Change.Gone<>(ref);
        }
        PaymentTransaction common = CustomerDeposit.builder()
                .ref(ref)
                .amount(new Money(amount, currencies.apply(head.required("currency"))))
                .paidAt(LocalDate.parse(head.required("paid_day"))
                        .atStartOfDay(zone)
                        .toInstant())
                .method(head.text("payment_option")
                        .or(() -> head.text("payment_method"))
                        .orElse(BY_OTHER_MEANS))
                .transactionId(head.text("channel_payment"))
                .orderReferences(order.references())
                .channel(order.salesChannel())
                .build();
        T payment = document.shape().apply(common);
        return new Change.Present<>(
                payment,
                head.required("modified_utc") + " " + ContentDigest.of(payment),
                head.text("created_utc").map(Instant::parse),
                Instant.parse(head.required("modified_utc")),
                Optional.empty());
    }

    /** What was applied; a deposit is for one order, so all of it. Links do not say what a minus in front of them means. */
    private BigDecimal amount(Row head, List<Row> paid) {
        if (!document.isSplit()) {
            return total(head);
        }
        return paid.stream()
                .map(row -> row.number("amount")
                        .orElseThrow(() -> new IllegalArgumentException("its link to the invoice tells no amount"))
                        .abs())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal total(Row head) {
        return head.number("total")
                .orElseThrow(() -> new IllegalArgumentException("it tells no amount"))
                .abs();
    }
}
