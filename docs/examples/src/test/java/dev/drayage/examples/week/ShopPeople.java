package dev.drayage.examples.week;

import dev.drayage.testkit.shopify.CompanyContact;
import dev.drayage.testkit.shopify.CompanyLocation;
import dev.drayage.testkit.shopify.Discount;
import dev.drayage.testkit.shopify.FulfillmentOrder;
import dev.drayage.testkit.shopify.NewLine;
import dev.drayage.testkit.shopify.NewOrder;
import dev.drayage.testkit.shopify.OrderLine;
import dev.drayage.testkit.shopify.Orders;
import dev.drayage.testkit.shopify.PaymentTermsTemplate;
import dev.drayage.testkit.shopify.RefundDraft;
import dev.drayage.testkit.shopify.ShopOrder;
import dev.drayage.testkit.shopify.StockLocation;
import dev.drayage.testkit.shopify.Variant;
import java.math.BigDecimal;
import java.util.List;
import java.util.Random;

/** Buyers and people of the shop, at random. Not thread-safe. */
final class ShopPeople {
    private final Orders orders;
    private final StockLocation east;
    private final List<Variant> variants;
    private final CompanyLocation company;
    private final CompanyContact buyer;
    private final Watch watch;
    private final Random random;

    ShopPeople(
            Orders orders,
            StockLocation east,
            List<Variant> variants,
            CompanyLocation company,
            CompanyContact buyer,
            Watch watch,
            Random random) {
        this.orders = orders;
        this.east = east;
        this.variants = variants;
        this.company = company;
        this.buyer = buyer;
        this.watch = watch;
        this.random = random;
    }

    /** A buyer orders. */
    void order() {
        NewLine[] lines = new NewLine[1 + random.nextInt(3)];
        for (int i = 0; i < lines.length; i++) {
            boolean mug = random.nextBoolean();
            lines[i] = NewLine.of(mug ? "MUG" : "TEE", 1 + random.nextInt(6), mug ? "20.00" : "12.00")
                    .from(east);
            if (random.nextInt(2) == 0) {
                lines[i].tax("State", random.nextBoolean() ? "0.0725" : "0.10");
            }
        }
        NewOrder order = NewOrder.of(lines);
        if (random.nextInt(4) > 0) {
            order.shipping("Standard", "5.00", "State", random.nextBoolean() ? "0.0725" : "0");
        }
        if (random.nextInt(4) == 0) {
            order.discount(random.nextBoolean() ? Discount.code("TEN", "10") : Discount.automatic("Autumn", "3.33"));
        }
        ShopOrder placed = switch (random.nextInt(4)) {
            case 0 -> orders.place(order.terms(PaymentTermsTemplate.NET_30));
            case 1 ->
                orders.place(order.company(company, buyer)
                        .terms(PaymentTermsTemplate.NET_30)
                        .poNumber("PO-" + random.nextInt(1000)));
            default -> orders.placePaid(order);
        };
        watch.people(true, placed, "ordered " + Standing.of(placed).units());
    }

    /** Somebody does something to an order; nothing if it cannot be done. */
    void work(ShopOrder order) {
        if (order.cancelledAt().isPresent()) {
            return;
        }
        OrderLine line = order.lines().get(random.nextInt(order.lines().size()));
        int open = Math.min(Standing.waiting(order, line), line.currentQuantity());
        String what = switch (random.nextInt(20)) {
            case 0, 1, 2, 3 -> quantity(order, line, line.currentQuantity() + 1 + random.nextInt(3));
            case 4, 5, 6 -> open == 0 ? "" : quantity(order, line, line.currentQuantity() - 1 - random.nextInt(open));
            case 7, 8 -> add(order);
            case 9 -> open < line.currentQuantity() || open == 0 ? "" : quantity(order, line, 0);
            case 10 -> cancel(order);
            case 11, 12 -> refund(order, line, open);
            case 13 -> carriage(order);
            case 14 -> pay(order);
            case 15, 16, 17 -> ship(order, line, open);
            case 18 -> again(order, line);
            default -> note(order);
        };
        if (!what.isEmpty()) {
            watch.people(true, order, what);
        }
    }

    private String quantity(ShopOrder order, OrderLine line, int units) {
        if (line.currentQuantity() == 0) {
            return "";
        }
        orders.edit(order, line, units);
        return "line " + Standing.number(line) + " to " + units;
    }

    private String again(ShopOrder order, OrderLine line) {
        int before = line.currentQuantity();
        return before == 0 ? "" : quantity(order, line, before + 1) + ", " + quantity(order, line, before);
    }

    private String add(ShopOrder order) {
        Variant variant = variants.get(random.nextInt(variants.size()));
        orders.editAdd(order, variant, 1 + random.nextInt(3));
        return "added " + variant.sku();
    }

    private String cancel(ShopOrder order) {
        if (order.lines().stream().anyMatch(line -> Standing.shipped(order, line) > 0)) {
            return "";
        }
        orders.cancel(order, true);
        return "cancelled";
    }

    private String refund(ShopOrder order, OrderLine line, int open) {
        if (order.totals().net().shop().compareTo(new BigDecimal("30")) < 0) {
            return "";
        }
        int left = Math.min(Standing.shipped(order, line) - line.refundedQuantity(), line.currentQuantity());
        if (left > 0 && random.nextBoolean()) {
            orders.refund(order, RefundDraft.empty().returned(line, 1, east).paidBack());
            return "gave back one that left of line " + Standing.number(line);
        }
        if (open > 0) {
            orders.refund(order, RefundDraft.empty().cancelled(line, 1, east).paidBack());
            return "gave back one that did not leave of line " + Standing.number(line);
        }
        return "";
    }

    private String carriage(ShopOrder order) {
        boolean refunded =
                order.refunds().stream().anyMatch(each -> !each.shipping().isEmpty());
        if (refunded
                || order.shippingLines().isEmpty()
                || order.totals().net().shop().compareTo(new BigDecimal("30")) < 0) {
            return "";
        }
        orders.refund(order, RefundDraft.empty().allShipping().paidBack());
        return "gave carriage back";
    }

    private String pay(ShopOrder order) {
        BigDecimal owed = order.totals().outstanding().shop();
        if (owed.compareTo(BigDecimal.TEN) < 0) {
            return "";
        }
        orders.pay(order, "shopify_payments", "7.50");
        return "a part was paid";
    }

    private String ship(ShopOrder order, OrderLine line, int open) {
        if (open == 0) {
            return "";
        }
        for (FulfillmentOrder part : order.openFulfillmentOrders()) {
            for (FulfillmentOrder.Line each : part.lines()) {
                if (each.line() == line && each.remaining() > 0) {
                    int units = 1 + random.nextInt(each.remaining());
                    orders.ship(part, line, units, "UPS", "1Z" + random.nextInt(1_000_000));
                    return "shipped " + units + " of line " + Standing.number(line);
                }
            }
        }
        return "";
    }

    private String note(ShopOrder order) {
        orders.note(order, "Call before delivery " + random.nextInt(100));
        return "note";
    }
}
