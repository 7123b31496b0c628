package dev.drayage.testkit.shopify;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** The session of an order edit, from begin to commit, with Shopify's refusals. Guarded by the shop. */
final class OrderEditApi {
    private final Shop shop;
    private final Shapes shapes;
    private final EditDesk desk;

    OrderEditApi(Shop shop, Shapes shapes, EditDesk desk) {
        this.shop = shop;
        this.shapes = shapes;
        this.desk = desk;
    }

    void addTo(Mutations mutations) {
        mutations
                .add("orderEditBegin", (args, asked) -> begin(args))
                .add("orderEditSetQuantity", (args, asked) -> setQuantity(args))
                .add("orderEditAddVariant", (args, asked) -> addVariant(args))
                .add("orderEditAddCustomItem", (args, asked) -> addCustom(args))
                .add("orderEditAddLineItemDiscount", (args, asked) -> discount(args))
                .add("orderEditCommit", (args, asked) -> {
                    OrderEdit edit = edit(args);
                    desk.commit(edit);
                    return Shape.of("Payload")
                            .put("successMessages", List.of("Order updated"))
                            .ask("order", a -> shapes.orders.order(edit.order));
                });
    }

    private Shape begin(Args args) {
        ShopOrder order = shop.orders.get(Gids.number(args.text("id"), "Order"));
        if (order == null) {
            throw invalid("The order does not exist.", "id");
        }
        if (order.cancelledAt != null) {
            throw invalid("The order cannot be edited.", "id");
        }
        long number = shop.id("CalculatedOrder");
        OrderEdit edit = new OrderEdit(number, order);
        shop.edits.put(number, edit);
        return answer(edit);
    }

    private static UserError.Refused invalid(String message, String... field) {
        return UserError.at(message, field).coded("INVALID").thrown();
    }

    private OrderEdit edit(Args args) {
        String gid = args.text("id");
        String type = Gids.type(gid).equals("OrderEditSession") ? "OrderEditSession" : "CalculatedOrder";
        OrderEdit edit = shop.edits.get(Gids.number(gid, type));
        if (edit == null || edit.committed) {
            throw invalid("The calculated order does not exist.", "id");
        }
        return edit;
    }

    private Shape answer(OrderEdit edit) {
        return Shape.of("Payload")
                .put(
                        "orderEditSession",
                        Shape.of("OrderEditSession").put("id", Gids.gid("OrderEditSession", edit.number)))
                .ask("calculatedOrder", asked -> calculated(edit));
    }

    private Shape setQuantity(Args args) {
        OrderEdit edit = edit(args);
        String id = args.text("lineItemId");
        int wanted = args.integer("quantity").orElse(0);
        if (wanted < 0) {
            throw invalid("Quantity must be greater than or equal to 0", "quantity");
        }
        OrderEdit.Added added = edit.added.stream()
                .filter(each -> each.id.equals(id))
                .findFirst()
                .orElse(null);
        if (added != null) {
            added.quantity = wanted;
            return answer(edit).ask("calculatedLineItem", asked -> line(edit, added));
        }
        OrderLine line = existing(edit, id);
        int locked = line.currentQuantity() - edit.order.unfulfilled(line);
        if (wanted < locked && line.requiresShipping) {
            throw invalid("Only unfulfilled items can be removed.", "quantity");
        }
        edit.quantities.put(line, wanted);
        edit.restock.put(line, args.flag("restock"));
        return answer(edit).ask("calculatedLineItem", asked -> line(edit, line));
    }

    private static OrderLine existing(OrderEdit edit, String gid) {
        String bare = gid.replace("gid://shopify/CalculatedLineItem/", "gid://shopify/LineItem/");
        return edit.order.lines.stream()
                .filter(each -> each.gid().equals(bare))
                .findFirst()
                .orElseThrow(() -> invalid("The line item does not exist on the order.", "lineItemId"));
    }

    private Shape addVariant(Args args) {
        OrderEdit edit = edit(args);
        Variant variant = shop.variants.get(Gids.number(args.text("variantId"), "ProductVariant"));
        if (variant == null) {
            throw invalid("The variant does not exist in the shop.", "variantId");
        }
        int quantity = quantity(args);
        boolean there =
                edit.order.lines.stream().anyMatch(each -> each.variant == variant && each.currentQuantity() > 0);
        if (there && !args.flag("allowDuplicates")) {
            throw invalid("The variant is already on the order.", "variantId");
        }
        long location = args.maybe("locationId")
                .map(gid -> Gids.number(gid, "Location"))
                .orElse(0L);
        return added(
                edit,
                new OrderEdit.Added(
                        edit.nextId(),
                        variant,
                        variant.product.title,
                        variant.price,
                        variant.item.requiresShipping,
                        location,
                        quantity));
    }

    private Shape addCustom(Args args) {
        OrderEdit edit = edit(args);
        Args price = args.in("price");
        if (!price.text("currencyCode").equals(edit.order.currencies.shop())) {
            throw invalid("Currency must be " + edit.order.currencies.shop() + ".", "price");
        }
        int quantity = quantity(args);
        return added(
                edit,
                new OrderEdit.Added(
                        edit.nextId(),
                        null,
                        args.text("title"),
                        price.decimal("amount").orElse(BigDecimal.ZERO),
                        args.flag("requiresShipping"),
                        0,
                        quantity));
    }

    private static int quantity(Args args) {
        int quantity = args.integer("quantity").orElse(0);
        if (quantity <= 0) {
            throw invalid("Quantity must be greater than 0", "quantity");
        }
        return quantity;
    }

    private Shape added(OrderEdit edit, OrderEdit.Added line) {
        edit.added.add(line);
        return answer(edit).ask("calculatedLineItem", asked -> line(edit, line));
    }

    private Shape discount(Args args) {
        OrderEdit edit = edit(args);
        String id = args.text("lineItemId");
        Args wish = args.in("discount");
        Args fixed = wish.in("fixedValue");
        if (wish.object("fixedValue").isPresent() && !fixed.text("currencyCode").equals(edit.order.currencies.shop())) {
            throw invalid("Currency must be " + edit.order.currencies.shop() + ".", "discount", "fixedValue");
        }
        Shape answer = answer(edit);
        OrderEdit.Added added = edit.added.stream()
                .filter(each -> each.id.equals(id))
                .findFirst()
                .orElse(null);
        if (added != null) {
            added.discount =
                    worth(edit, wish, added.price.multiply(BigDecimal.valueOf(added.quantity)), added.quantity);
            answer.ask("calculatedLineItem", asked -> line(edit, added));
        } else {
            OrderLine line = existing(edit, id);
            BigDecimal gross = line.unitPrice.times(edit.quantity(line)).shop();
            edit.discounts.put(line, worth(edit, wish, gross, edit.quantity(line)));
            answer.ask("calculatedLineItem", asked -> line(edit, line));
        }
        return answer.put(
                "addedDiscountStagedChange",
                Shape.of("OrderStagedChangeAddLineItemDiscount")
                        .put("id", "gid://shopify/OrderStagedChangeAddLineItemDiscount/" + edit.number)
                        .put("description", wish.text("description")));
    }

    /** A fixed value is per unit. */
    private static BigDecimal worth(OrderEdit edit, Args wish, BigDecimal gross, int quantity) {
        int scale = edit.order.currencies.shopScale();
        BigDecimal worth = wish.decimal("percentValue").isPresent()
                ? gross.multiply(wish.decimal("percentValue").orElseThrow()).movePointLeft(2)
                : wish.in("fixedValue")
                        .decimal("amount")
                        .orElse(BigDecimal.ZERO)
                        .multiply(BigDecimal.valueOf(quantity));
        return worth.min(gross).setScale(scale, RoundingMode.HALF_UP);
    }

    private Shape calculated(OrderEdit edit) {
        List<Shape> lines = new ArrayList<>();
        edit.order.lines.stream().filter(each -> !each.tip).forEach(each -> lines.add(line(edit, each)));
        List<Shape> added = edit.added.stream().map(each -> line(edit, each)).toList();
        lines.addAll(added);
        Bag subtotal = Bag.ZERO;
        Currencies money = edit.order.currencies;
        for (OrderLine each : edit.order.lines) {
            subtotal = each.tip ? subtotal : subtotal.plus(each.net(edit.quantity(each), money));
        }
        for (OrderEdit.Added each : edit.added) {
            subtotal = subtotal.plus(money.ofShop(
                    each.price.multiply(BigDecimal.valueOf(each.quantity)).subtract(each.discount)));
        }
        OrderTotals totals = edit.order.totals();
        Bag delta = subtotal.minus(totals.currentSubtotal());
        return Shape.of("CalculatedOrder")
                .put("id", Gids.gid("CalculatedOrder", edit.number))
                .put("committed", edit.committed)
                .put("notificationPreviewTitle", "Order updated")
                .ask("originalOrder", asked -> shapes.orders.order(edit.order))
                .put("subtotalPriceSet", Amounts.bag(subtotal, money))
                .put("totalPriceSet", Amounts.bag(totals.currentTotal().plus(delta), money))
                .put("totalOutstandingSet", Amounts.bag(totals.outstanding().plus(delta), money))
                .ask("lineItems", Connection.of(lines, lines::indexOf, each -> each))
                .ask("addedLineItems", Connection.of(added, added::indexOf, each -> each));
    }

    private Shape line(OrderEdit edit, OrderLine line) {
        return Shape.of("CalculatedLineItem")
                .put("id", Gids.gid("CalculatedLineItem", line.number))
                .put("title", line.title)
                .put("sku", Shapes.orNull(line.sku))
                .put("quantity", edit.quantity(line))
                .put("editableQuantity", Math.min(edit.quantity(line), edit.order.unfulfilled(line)))
                .put("editableQuantityBeforeChanges", edit.order.unfulfilled(line))
                .put("hasStagedLineItemDiscount", edit.discounts.containsKey(line))
                .put("originalUnitPriceSet", Amounts.bag(line.unitPrice, edit.order.currencies))
                .ask("variant", asked -> line.variant == null ? null : shapes.stock.variant(line.variant));
    }

    private Shape line(OrderEdit edit, OrderEdit.Added line) {
        return Shape.of("CalculatedLineItem")
                .put("id", line.id)
                .put("title", line.title)
                .put("sku", line.variant == null ? null : Shapes.orNull(line.variant.sku()))
                .put("quantity", line.quantity)
                .put("editableQuantity", line.quantity)
                .put("editableQuantityBeforeChanges", line.quantity)
                .put("hasStagedLineItemDiscount", line.discount.signum() > 0)
                .put(
                        "originalUnitPriceSet",
                        Amounts.bag(edit.order.currencies.ofShop(line.price), edit.order.currencies))
                .ask("variant", asked -> line.variant == null ? null : shapes.stock.variant(line.variant));
    }
}
