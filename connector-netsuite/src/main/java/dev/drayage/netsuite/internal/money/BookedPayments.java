package dev.drayage.netsuite.internal.money;

import dev.drayage.call.CallContext;
import dev.drayage.error.ErrorCode;
import dev.drayage.error.UnavailableException;
import dev.drayage.netsuite.internal.options.FieldNames;
import dev.drayage.netsuite.internal.record.RecordKind;
import dev.drayage.netsuite.internal.suiteql.Row;
import dev.drayage.netsuite.internal.suiteql.SuiteQl;
import dev.drayage.netsuite.internal.suiteql.SuiteQlClient;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/** Payments that stand in the account, found by the channel's ids of them or of their orders. Thread-safe. */
public final class BookedPayments {
    private final SuiteQlClient queries;
    private final SuiteQl byPayment;
    private final SuiteQl cashSales;

    /** A finder; {@code paymentIdField} holds the channel's id of a payment. */
    public BookedPayments(SuiteQlClient queries, String paymentIdField, FieldNames fields) {
        this.queries = queries;
        byPayment = SuiteQl.of(BookedPayments.class, "payments-by-payment-id").field("payment_id", paymentIdField);
        cashSales = SuiteQl.of(BookedPayments.class, "cash-sales-by-channel-order")
                .field("order_id", fields.orderId())
                .field("channel", fields.channel());
    }

    /**
     * A payment.
     *
     * @param foundBy the channel's id by which it was found
     * @param kind customer payment, customer deposit or cash sale
     * @param id internal id
     * @param number document number
     * @param customer internal id of the customer
     * @param amount how much, without a sign
     * @param channel what the channel field says
     */
    public record Booked(
            String foundBy,
            RecordKind kind,
            String id,
            String number,
            String customer,
            BigDecimal amount,
            String channel) {}

    /** Payments and deposits by the channel's ids of the payments. */
    public List<Booked> find(Collection<String> paymentIds, CallContext call) {
        return ask(byPayment, paymentIds, call);
    }

    /** Cash sales by the channel's ids of their orders. */
    public List<Booked> cashSales(Collection<String> orderIds, CallContext call) {
        return ask(cashSales, orderIds, call);
    }

    private List<Booked> ask(SuiteQl query, Collection<String> ids, CallContext call) {
        List<Booked> found = new ArrayList<>();
        if (!ids.isEmpty()) {
            for (Row row : queries.rowsOf(ids, count -> query.values("keys", count), List.of(), call)) {
                if (!ids.contains(row.required("found_by"))) {
                    throw new UnavailableException(
                            ErrorCode.ANSWER_MALFORMED,
                            "a query about payments answered a name that was not asked for");
                }
                found.add(booked(row));
            }
        }
        return found;
    }

    private static Booked booked(Row row) {
        String type = row.required("type");
        return new Booked(
                row.required("found_by"),
                Arrays.stream(RecordKind.values())
                        .filter(kind -> kind.queryType().equals(type))
                        .findFirst()
                        .orElseThrow(() -> new UnavailableException(
                                ErrorCode.ANSWER_MALFORMED,
                                "a query about payments answered a type that was not asked for")),
                row.required("id"),
                row.text("tranid").orElse(""),
                row.text("entity").orElse(""),
                row.requiredNumber("total").abs(),
                row.text("channel").orElse(""));
    }
}
