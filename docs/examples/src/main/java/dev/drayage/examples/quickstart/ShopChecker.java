package dev.drayage.examples.quickstart;

import dev.drayage.testkit.netsuite.NetSuiteSimulator;
import dev.drayage.testkit.netsuite.StoredRecord;
import dev.drayage.testkit.shopify.Fulfillment;
import dev.drayage.testkit.shopify.OrderLine;
import dev.drayage.testkit.shopify.OrderRefund;
import dev.drayage.testkit.shopify.OrderTotals;
import dev.drayage.testkit.shopify.Payout;
import dev.drayage.testkit.shopify.ShopOrder;
import dev.drayage.testkit.shopify.ShopifySimulator;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Compares a shop's own orders and payouts with what stands in NetSuite; it reads nothing that the engine says. For each order that
 * must stand: Shopify's present total, after edits and refunds, is the sales order without its closed lines less what was
 * credited; the money that came in is its deposits and the payments of its invoices; the money that went back is its customer
 * refunds; units and parcels are the same, line by line. What was paid out lies on the bank. The difference is the sum of all of them
 * in amount, in the shop's currency.
 */
final class ShopChecker {
    private final ShopifySimulator shop;
    private final NetSuiteSimulator netsuite;
    private final Set<String> onTerms;
    private final List<String> faults = new ArrayList<>();
    private int orders;
    private int booked;
    private BigDecimal difference = BigDecimal.ZERO;

    /**
     * @param onTerms the orders that are booked before they are paid, by Shopify's id
     */
    ShopChecker(ShopifySimulator shop, NetSuiteSimulator netsuite, Set<String> onTerms) {
        this.shop = shop;
        this.netsuite = netsuite;
        this.onTerms = onTerms;
    }

    /** Everything that is wrong, one line each; empty if nothing is. */
    List<String> check() {
        Map<String, List<StoredRecord>> sales = ShopLedger.sales(netsuite);
        for (ShopOrder order : shop.orders().all()) {
            List<StoredRecord> found = sales.remove(Long.toString(order.number()));
            List<StoredRecord> records = found == null ? List.of() : found;
            if (order.cancelledAt().isPresent()) {
                records.forEach(record -> expect(
                        record.status().equals("H"),
                        order.name() + " was cancelled, but " + record + " is not closed"));
            } else if (mustStand(order)) {
                orders++;
                booked += records.size();
                expect(!records.isEmpty(), order.name() + " is not in NetSuite");
                expect(records.size() < 2, order.name() + " is booked " + records.size() + " times: " + records);
                compare(order, records);
            } else {
                expect(records.isEmpty(), order.name() + " was not paid, but is booked as " + records);
            }
        }
        sales.forEach(
                (id, records) -> faults.add(records + " stand for order " + id + ", which the shop does not have"));
        BigDecimal paidOut = shop.payments().payouts().stream()
                .filter(payout -> payout.status() == Payout.Status.PAID)
                .map(Payout::net)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        same("paid out", paidOut, netsuite.books().balance(ShopBooks.BANK, ShopBooks.DOLLAR));
        return List.copyOf(faults);
    }

    /** The second part of the closing line. */
    String summary() {
        return orders + " shopify = " + booked + " netsuite, difference "
                + difference.setScale(2, RoundingMode.UNNECESSARY).toPlainString();
    }

    /** An order is booked when it is on terms, when money came or is set aside for it, and when it costs nothing. */
    private boolean mustStand(ShopOrder order) {
        OrderTotals totals = order.totals();
        return onTerms.contains(order.gid())
                || totals.received().shop().signum() > 0
                || totals.authorized().shop().signum() > 0
                || totals.total().shop().signum() == 0;
    }

    private void compare(ShopOrder order, List<StoredRecord> records) {
        BigDecimal worth = BigDecimal.ZERO;
        BigDecimal received = BigDecimal.ZERO;
        BigDecimal refunded = BigDecimal.ZERO;
        for (StoredRecord record : records) {
            ShopLedger ledger = new ShopLedger(netsuite, record);
            worth = worth.add(ledger.worth());
            received = received.add(ledger.received());
            refunded = ledger.refunded();
            compareGoods(order, ledger);
        }
        OrderTotals totals = order.totals();
        same("the total of " + order.name(), totals.currentTotal().shop(), worth);
        same("received for " + order.name(), totals.received().shop(), received);
        same("given back for " + order.name(), totals.refunded().shop(), refunded);
    }

    private void compareGoods(ShopOrder order, ShopLedger ledger) {
        for (OrderLine line : order.lines()) {
            if (!line.title().equals("Tip")) {
                BigDecimal units = BigDecimal.valueOf(line.currentQuantity() + returned(order, line));
                BigDecimal inBooks = ledger.units(ShopFloor.lineId(line));
                expect(
                        units.compareTo(inBooks) == 0,
                        order.name() + ": " + units + " sold of " + line.sku() + ", " + inBooks + " in NetSuite");
            }
        }
        Map<String, Integer> parcels = new TreeMap<>();
        for (Fulfillment parcel : order.fulfillments()) {
            if (!parcel.cancelled()) {
                List<String> tracking = parcel.tracking().stream()
                        .map(Fulfillment.Tracking::number)
                        .toList();
                parcel.lines()
                        .forEach(line -> parcels.merge(
                                tracking + " " + ShopFloor.lineId(line.line()), line.quantity(), Integer::sum));
            }
        }
        Map<String, Integer> inBooks = ledger.parcels();
        expect(
                parcels.equals(inBooks),
                order.name() + ": parcels " + parcels + " in the shop, " + inBooks + " in NetSuite");
    }

    /** Units that were given back after they left; the order keeps them, the credit takes them off. */
    private static int returned(ShopOrder order, OrderLine line) {
        return order.refunds().stream()
                .flatMap(refund -> refund.lines().stream())
                .filter(part -> part.line() == line && !part.restockType().equals("CANCEL"))
                .mapToInt(OrderRefund.Line::quantity)
                .sum();
    }

    private void same(String what, BigDecimal inShop, BigDecimal inBooks) {
        difference = difference.add(inShop.subtract(inBooks).abs());
        expect(inShop.compareTo(inBooks) == 0, what + ": " + inShop + " at Shopify, " + inBooks + " in NetSuite");
    }

    private void expect(boolean holds, String otherwise) {
        if (!holds) {
            faults.add(otherwise);
        }
    }
}
