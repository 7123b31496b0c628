package dev.drayage.testkit.shopify;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Brings a session's changes to the order: quantities, new lines, discounts, fulfilment orders, ledger. Guarded by the shop. */
final class EditDesk {
    private final Shop shop;
    private final FulfillmentDesk desk;
    private final OrderIntake intake;

    EditDesk(Shop shop, FulfillmentDesk desk, OrderIntake intake) {
        this.shop = shop;
        this.desk = desk;
        this.intake = intake;
    }

    void commit(OrderEdit edit) {
        if (edit.committed || edit.overtaken()) {
            throw UserError.at("The calculated order does not exist.", "id")
                    .coded("INVALID")
                    .thrown();
        }
        ShopOrder order = edit.order;
        Instant now = shop.now();
        List<ShopOrder.Sale> sales = new ArrayList<>();
        edit.discounts.forEach((line, amount) -> discount(order, line, amount));
        edit.quantities.forEach((line, wanted) -> sales.addAll(setQuantity(edit, line, wanted)));
        for (OrderEdit.Added each : edit.added) {
            if (each.quantity > 0) {
                sales.add(add(order, each));
            }
        }
        order.agreements.add(new ShopOrder.Agreement(
                shop.id("SalesAgreement"), "OrderEditAgreement", "ORDER_EDIT", now, null, sales));
        order.edited = true;
        order.touch(now);
        edit.committed = true;
        shop.webhooks().changed("orders/edited", order, Map.of("order_id", Long.toString(order.number())));
        shop.webhooks().changed("orders/updated", order);
    }

    private List<ShopOrder.Sale> setQuantity(OrderEdit edit, OrderLine line, int wanted) {
        ShopOrder order = edit.order;
        int delta = wanted - line.currentQuantity();
        if (delta == 0) {
            return List.of();
        }
        int before = line.currentQuantity();
        Bag net = line.net(before, order.currencies);
        Bag tax = line.tax(before, order.currencies);
        if (delta < 0) {
            line.removed -= delta;
            desk.takeOff(order, line, -delta, edit.restock.getOrDefault(line, true));
        } else {
            BigDecimal factor = BigDecimal.valueOf(line.quantity + delta)
                    .divide(BigDecimal.valueOf(line.quantity), 12, RoundingMode.HALF_UP);
            line.taxes = line.taxes.stream()
                    .map(each -> each.scaled(factor, order.currencies))
                    .toList();
            line.quantity += delta;
            desk.add(order, line, delta, shop.firstLocation());
        }
        Bag netNow = line.net(line.currentQuantity(), order.currencies);
        Bag taxNow = line.tax(line.currentQuantity(), order.currencies);
        return List.of(intake.sale(
                line, delta < 0 ? "RETURN" : "ORDER", delta, netNow.minus(net), taxNow.minus(tax), Bag.ZERO, order));
    }

    private ShopOrder.Sale add(ShopOrder order, OrderEdit.Added each) {
        NewLine draft = NewLine.of(
                        each.variant == null ? "" : each.variant.sku(), each.quantity, each.price.toPlainString())
                .title(each.title);
        if (!each.requiresShipping) {
            draft.digital();
        }
        Bag unit = order.currencies.ofShop(each.price);
        OrderLine line = new OrderLine(
                shop.id("LineItem"), draft, each.variant, false, unit, List.of(), List.of(), Bag.ZERO, 0, 0);
        order.lines.add(line);
        if (each.discount.signum() > 0) {
            discount(order, line, each.discount);
        }
        StockLocation asked = shop.locations.get(each.locationNumber);
        desk.add(order, line, line.quantity, asked == null ? shop.firstLocation() : Optional.of(asked));
        return intake.sale(
                line,
                "ORDER",
                line.quantity,
                line.net(line.quantity, order.currencies),
                Bag.ZERO,
                line.discount(),
                order);
    }

    /** Comes as a manual application of its own; the line's taxes shrink with its price. */
    private void discount(ShopOrder order, OrderLine line, BigDecimal amount) {
        Bag before = line.net(line.quantity, order.currencies);
        List<Discount> all = new ArrayList<>(order.discounts);
        all.add(Discount.manual("Order edit", amount.toPlainString(), line.sku));
        order.discounts = List.copyOf(all);
        List<Allocation> allocations = new ArrayList<>(line.allocations);
        allocations.add(new Allocation(all.size() - 1, order.currencies.ofShop(amount)));
        line.allocations = List.copyOf(allocations);
        Bag after = line.net(line.quantity, order.currencies);
        if (!before.isZero()) {
            BigDecimal factor = after.shop().divide(before.shop(), 12, RoundingMode.HALF_UP);
            line.taxes = line.taxes.stream()
                    .map(each -> each.scaled(factor, order.currencies))
                    .toList();
        }
    }
}
