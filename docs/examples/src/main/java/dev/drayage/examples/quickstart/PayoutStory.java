package dev.drayage.examples.quickstart;

import dev.drayage.testkit.shopify.BalanceRow;
import dev.drayage.testkit.shopify.PaymentsAccount;
import dev.drayage.testkit.shopify.Payout;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/** Shopify pays out what was charged less what was refunded and its fees. */
final class PayoutStory {
    private final ShopFloor floor;

    PayoutStory(ShopFloor floor) {
        this.floor = floor;
    }

    void run() {
        PaymentsAccount payments = floor.shop().shopify().payments();
        Payout payout = payments.closePayout();
        payments.settle(payout, Payout.Status.PAID);
        floor.rounds(2);
        Map<String, BigDecimal> sums = new TreeMap<>();
        BigDecimal fees = BigDecimal.ZERO;
        for (BalanceRow row : payments.rows(payout)) {
            if (!row.kind().equals("TRANSFER")) {
                sums.merge(row.kind(), row.amount(), BigDecimal::add);
                fees = fees.add(row.fee());
            }
        }
        StringBuilder proof = new StringBuilder();
        sums.forEach(
                (kind, amount) -> proof.append(kind).append(' ').append(amount).append(" + "));
        floor.tell("payout: " + proof + "fees -" + fees + " = " + payout.net() + "; on the bank in NetSuite "
                + floor.netsuite().books().balance(ShopBooks.BANK, ShopBooks.DOLLAR));
    }
}
