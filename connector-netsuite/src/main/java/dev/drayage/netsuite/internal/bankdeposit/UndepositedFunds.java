package dev.drayage.netsuite.internal.bankdeposit;

import dev.drayage.call.CallContext;
import dev.drayage.error.ErrorCode;
import dev.drayage.model.BankDeposit;
import dev.drayage.model.DepositedPayment;
import dev.drayage.netsuite.internal.money.BookedPayments;
import dev.drayage.netsuite.internal.record.ChannelText;
import dev.drayage.spi.Violation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the transactions that hold a payout's payments: by the channel's id of the payment, else the cash sale of its order if
 * it came to exactly that sum. Thread-safe.
 */
final class UndepositedFunds {
    private final BookedPayments payments;

    UndepositedFunds(BookedPayments payments) {
        this.payments = payments;
    }

    /**
     * What was found for one payment.
     *
     * @param id internal id of the transaction, if there is exactly one that fits
     * @param violation why none fits, unless it is not there yet
     */
    record Found(Optional<String> id, Optional<Violation> violation) {
        static Found nothing() {
            return new Found(Optional.empty(), Optional.empty());
        }
    }

    /** What stands for each payment of a deposit, refunds left out. */
    Map<DepositedPayment, Found> find(BankDeposit deposit, CallContext call) {
        List<DepositedPayment> wanted = deposit.payments().stream()
                .filter(payment -> payment.amount().signum() > 0)
                .toList();
        Map<String, List<BookedPayments.Booked>> byPayment = byKey(payments.find(
                wanted.stream().map(DepositedPayment::transactionId).toList(), call));
        List<DepositedPayment> rest = wanted.stream()
                .filter(payment -> !byPayment.containsKey(payment.transactionId()))
                .toList();
        String channel = ChannelText.of(deposit.channel());
        Map<String, List<BookedPayments.Booked>> byOrder = byKey(
                payments
                        .cashSales(
                                rest.stream()
                                        .flatMap(payment -> payment.orderId().stream())
                                        .toList(),
                                call)
                        .stream()
                        .filter(sale -> sale.channel().equals(channel))
                        .toList());
        Map<DepositedPayment, Found> found = new LinkedHashMap<>();
        for (DepositedPayment payment : wanted) {
            List<BookedPayments.Booked> there = byPayment.getOrDefault(
                    payment.transactionId(),
                    payment.orderId()
                            .map(id -> byOrder.getOrDefault(id, List.of()))
                            .orElse(List.of()));
            found.put(payment, one(payment, there));
        }
        return found;
    }

    private static Found one(DepositedPayment payment, List<BookedPayments.Booked> there) {
        if (there.isEmpty()) {
            return Found.nothing();
        }
        List<BookedPayments.Booked> exact = there.stream()
                .filter(booked -> booked.amount().compareTo(payment.amount().amount()) == 0)
                .toList();
        if (exact.size() == 1) {
            return new Found(Optional.of(exact.get(0).id()), Optional.empty());
        }
        String name = "payment " + payment.transactionId() + " of " + payment.amount();
        return new Found(
                Optional.empty(),
                Optional.of(
                        exact.isEmpty()
                                ? new Violation(
                                        ErrorCode.TOTAL_MISMATCH,
                                        "payment",
                                        name + " stands in NetSuite as "
                                                + there.get(0).number() + " with "
                                                + there.get(0).amount().toPlainString())
                                : new Violation(
                                        ErrorCode.MATCH_AMBIGUOUS,
                                        "payment",
                                        name + " stands in NetSuite several times: "
                                                + exact.get(0).number() + " and "
                                                + exact.get(1).number())));
    }

    private static Map<String, List<BookedPayments.Booked>> byKey(List<BookedPayments.Booked> booked) {
        Map<String, List<BookedPayments.Booked>> byKey = new HashMap<>();
        booked.forEach(one ->
                byKey.computeIfAbsent(one.foundBy(), key -> new ArrayList<>()).add(one));
        return byKey;
    }
}
