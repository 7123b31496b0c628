package dev.drayage.netsuite.internal.bankdeposit;

import dev.drayage.call.CallContext;
import dev.drayage.model.BankDeposit;
import dev.drayage.model.DepositedPayment;
import dev.drayage.model.Money;
import dev.drayage.model.OrderReference;
import dev.drayage.netsuite.internal.order.OrderFinder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Payments that will never be booked: their order was paid and called off before anybody booked it, all its money went back, and both
 * stand in one payout. Such a payment waits for nothing. Thread-safe.
 */
final class Washouts {
    private final OrderFinder orders;

    Washouts(OrderFinder orders) {
        this.orders = orders;
    }

    /** Those of {@code missing} whose order comes to nothing in the deposit and is in no sales order. */
    Set<DepositedPayment> among(Collection<DepositedPayment> missing, BankDeposit deposit, CallContext call) {
        Map<String, Money> sums = new LinkedHashMap<>();
        for (DepositedPayment row : deposit.payments()) {
            row.orderId().ifPresent(order -> sums.merge(order, row.amount(), Money::plus));
        }
        Map<DepositedPayment, OrderFinder.Wanted> wanted = new LinkedHashMap<>();
        for (DepositedPayment payment : missing) {
            payment.orderId()
                    .filter(order -> sums.containsKey(order) && sums.get(order).isZero())
                    .ifPresent(order -> wanted.put(
                            payment,
                            new OrderFinder.Wanted(
                                    List.of(new OrderReference(OrderReference.Kind.CHANNEL_ORDER_ID, order)),
                                    Optional.of(deposit.channel()))));
        }
        if (wanted.isEmpty()) {
            return Set.of();
        }
        Set<OrderFinder.Wanted> booked =
                orders.find(new ArrayList<>(wanted.values()), call).keySet();
        Set<DepositedPayment> washed = new LinkedHashSet<>(wanted.keySet());
        washed.removeIf(payment -> booked.contains(wanted.get(payment)));
        return washed;
    }
}
