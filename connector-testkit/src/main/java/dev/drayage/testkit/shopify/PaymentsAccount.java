package dev.drayage.testkit.shopify;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Shopify Payments: the balance that charges and refunds fill, and the payouts that empty it; amounts in the shop's
 * currency. Thread-safe.
 */
public final class PaymentsAccount {
    private final Shop shop;
    private final CashDesk cash;

    PaymentsAccount(Shop shop, CashDesk cash) {
        this.shop = shop;
        this.cash = cash;
    }

    /** A row of any of Shopify's types that no order caused: disputes, reserves, adjustments, labels. */
    public BalanceRow row(String type, String amount, String fee, String reason) {
        synchronized (shop) {
            return cash.row(
                    type, new BigDecimal(amount), new BigDecimal(fee), reason, Optional.empty(), Optional.empty());
        }
    }

    /** A row about an order, such as a lost dispute. */
    public BalanceRow row(
            String type, String amount, String fee, String reason, ShopOrder order, OrderPayment payment) {
        synchronized (shop) {
            return cash.row(
                    type,
                    new BigDecimal(amount),
                    new BigDecimal(fee),
                    reason,
                    Optional.of(order),
                    Optional.of(payment));
        }
    }

    /** All rows that are in no payout go into a new one, with a TRANSFER row against them; a negative sum is a withdrawal. */
    public Payout closePayout() {
        synchronized (shop) {
            List<BalanceRow> open = shop.balance.values().stream()
                    .filter(each -> each.payout == null)
                    .toList();
            BigDecimal net = open.stream().map(BalanceRow::net).reduce(BigDecimal.ZERO, BigDecimal::add);
            Payout payout = new Payout(
                    shop.id("ShopifyPaymentsPayout"),
                    shop.now(),
                    net,
                    shop.settings().currency(),
                    Payout.Status.SCHEDULED);
            shop.payouts.put(payout.number(), payout);
            open.forEach(each -> each.payout = payout);
            cash.row("TRANSFER", net.negate(), BigDecimal.ZERO, "", Optional.empty(), Optional.empty()).payout = payout;
            return payout;
        }
    }

    /** Moves a payout on. One that failed gives its money back to the balance by a TRANSFER_FAILURE row. */
    public void settle(Payout payout, Payout.Status status) {
        synchronized (shop) {
            payout.status = status;
            payout.touch(shop.now());
            if (status == Payout.Status.FAILED) {
                cash.row("TRANSFER_FAILURE", payout.net, BigDecimal.ZERO, "", Optional.empty(), Optional.empty());
            }
        }
    }

    /** All payouts, oldest first. */
    public List<Payout> payouts() {
        synchronized (shop) {
            return List.copyOf(shop.payouts.values());
        }
    }

    /** The rows of a payout, the transfer itself included. */
    public List<BalanceRow> rows(Payout payout) {
        synchronized (shop) {
            return shop.balance.values().stream()
                    .filter(each -> each.payout == payout)
                    .toList();
        }
    }

    /** Rows that wait for a payout. */
    public List<BalanceRow> waiting() {
        synchronized (shop) {
            return shop.balance.values().stream()
                    .filter(each -> each.payout == null)
                    .toList();
        }
    }
}
