package dev.drayage.testkit.shopify;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Orders, their lines and discounts. Guarded by the shop. */
final class OrderShapes {
    private final Shapes shapes;

    OrderShapes(Shapes shapes) {
        this.shapes = shapes;
    }

    Shape order(ShopOrder order) {
        Shape shape = shapes.base(order)
                .put("name", order.name)
                .put("number", order.serial)
                .put("confirmationNumber", order.confirmation)
                .put("poNumber", Shapes.orNull(order.poNumber))
                .put("sourceName", order.sourceName)
                .put("sourceIdentifier", order.sourceIdentifier)
                .put("test", order.test)
                .put("edited", order.edited)
                .put("confirmed", true)
                .put("processedAt", order.processedAt)
                .put("cancelledAt", order.cancelledAt)
                .put("cancelReason", Shapes.orNull(order.cancelReason))
                .put(
                        "cancellation",
                        order.cancelledAt == null
                                ? null
                                : Shape.of("OrderCancellation").put("staffNote", Shapes.orNull(order.staffNote)))
                .put("closedAt", order.closedAt)
                .put("closed", order.closedAt != null)
                .put("currencyCode", order.currencies.shop())
                .put("presentmentCurrencyCode", order.currencies.presentment())
                .put("taxesIncluded", order.taxesIncluded)
                .put("taxExempt", order.companyLocation != null && order.companyLocation.taxExempt)
                .put("dutiesIncluded", order.dutiesIncluded)
                .put("email", Shapes.orNull(order.email))
                .put("phone", Shapes.orNull(order.phone))
                .put("note", Shapes.orNull(order.note))
                .put("customAttributes", Shapes.attributes(order.customAttributes))
                .put("displayFulfillmentStatus", order.fulfillmentStatus())
                .put("returnStatus", "NO_RETURN")
                .put(
                        "discountCodes",
                        order.discounts.stream()
                                .filter(each -> each.kind() == Discount.Kind.CODE)
                                .map(Discount::label)
                                .toList())
                .put(
                        "paymentGatewayNames",
                        order.payments.stream()
                                .map(each -> each.gateway)
                                .distinct()
                                .toList())
                .put("customerLocale", "en")
                .put("merchantEditable", order.cancelledAt == null)
                .put(
                        "merchantEditableErrors",
                        order.cancelledAt == null ? List.of() : List.of("The order is canceled."))
                .put("restockable", order.cancelledAt == null)
                .put(
                        "fulfillable",
                        order.fulfillmentOrders.stream().anyMatch(each -> each.live() && each.remaining() > 0))
                .put(
                        "app",
                        Shape.of("OrderApp")
                                .put("id", "gid://shopify/App/580111")
                                .put("name", "Online Store"))
                .ask("customer", asked -> order.customer == null ? null : shapes.companies.customer(order.customer))
                .ask("purchasingEntity", asked -> purchasingEntity(order))
                .put("billingAddress", Shapes.address(order.billingAddress, Gids.gid("MailingAddress", order.number())))
                .put(
                        "shippingAddress",
                        Shapes.address(order.shippingAddress, Gids.gid("MailingAddress", order.number() + 1)))
                .ask("lineItems", Connection.of(order.lines, each -> each.number, each -> line(order, each)))
                .ask("shippingLines", Connection.of(order.shipping, each -> each.number, each -> shipping(order, each)))
                .ask("shippingLine", asked -> order.shipping.isEmpty() ? null : shipping(order, order.shipping.get(0)))
                .ask(
                        "discountApplications",
                        Connection.of(
                                order.discounts,
                                order.discounts::indexOf,
                                each -> application(order, order.discounts.indexOf(each))))
                .ask("returns", Connection.of(List.<Entity>of(), each -> Shape.of("Return")))
                .ask("localizedFields", Connection.of(List.<Entity>of(), each -> Shape.of("LocalizedField")))
                .ask(
                        "fulfillments",
                        asked -> Shapes.list(
                                order.fulfillments.stream()
                                        .map(shapes.fulfillment::shipment)
                                        .toList(),
                                asked))
                .put("fulfillmentsCount", Shapes.count(order.fulfillments.size()))
                .ask("fulfillmentOrders", asked -> shapes.fulfillment.ofOrder(order, asked));
        return shapes.money.addTo(shape, order);
    }

    private @Nullable Shape purchasingEntity(ShopOrder order) {
        CompanyLocation location = order.companyLocation;
        CompanyContact contact = order.contact;
        if (location != null) {
            return Shape.of("PurchasingCompany")
                    .put("company", shapes.companies.company(location.company))
                    .put("location", shapes.companies.location(location))
                    .put("contact", contact == null ? null : shapes.companies.contact(contact));
        }
        return order.customer == null ? null : shapes.companies.customer(order.customer);
    }

    Shape line(ShopOrder order, OrderLine line) {
        Currencies money = order.currencies;
        Function<Bag, Shape> bag = each -> Amounts.bag(each, money);
        Bag gross = line.unitPrice.times(line.quantity);
        Bag lineDiscounts = line.allocations.stream()
                .filter(each -> lineLevel(order.discounts.get(each.application())))
                .map(Allocation::amount)
                .reduce(Bag.ZERO, Bag::plus);
        Variant variant = line.variant;
        return Shape.of("LineItem")
                .put("id", line.gid())
                .put("title", line.title)
                .put("name", line.title)
                .put("sku", line.sku.isEmpty() ? null : line.sku)
                .put("vendor", shapes.shop.settings().name())
                .put("quantity", line.quantity)
                .put("currentQuantity", line.currentQuantity())
                .put("refundableQuantity", line.currentQuantity())
                .put("unfulfilledQuantity", order.unfulfilled(line))
                .put("nonFulfillableQuantity", line.requiresShipping ? line.nonFulfillable : line.quantity)
                .put("requiresShipping", line.requiresShipping)
                .put("taxable", !line.giftCard && !line.tip)
                .put("isGiftCard", line.giftCard)
                .put("merchantEditable", order.unfulfilled(line) > 0)
                .put("restockable", variant != null)
                .put("customAttributes", Shapes.attributes(line.attributes))
                .ask(
                        "variant",
                        asked -> variant == null || variant.product.deleted ? null : shapes.stock.variant(variant))
                .ask(
                        "product",
                        asked -> variant == null || variant.product.deleted
                                ? null
                                : shapes.stock.product(variant.product))
                .put("lineItemGroup", group(line))
                .put("originalUnitPriceSet", bag.apply(line.unitPrice))
                .put("originalTotalSet", bag.apply(gross))
                .put(
                        "discountedUnitPriceSet",
                        bag.apply(gross.minus(lineDiscounts).share(1, line.quantity, money)))
                .put("discountedTotalSet", bag.apply(gross.minus(lineDiscounts)))
                .put("totalDiscountSet", bag.apply(lineDiscounts))
                .put(
                        "discountedUnitPriceAfterAllDiscountsSet",
                        bag.apply(gross.minus(line.discount()).share(1, line.quantity, money)))
                .put("priceAfterAllDiscountsBeforeTaxesSet", bag.apply(gross.minus(line.discount())))
                .put("discountAllocations", allocations(order, line.allocations))
                .put(
                        "taxLines",
                        line.taxes.stream().map(each -> tax(each, money)).toList())
                .put("duties", line.dutyNumber == 0 ? List.of() : List.of(duty(order, line)));
    }

    Shape duty(ShopOrder order, OrderLine line) {
        return Shape.of("Duty")
                .put("id", Gids.gid("Duty", line.dutyNumber))
                .put("price", Amounts.bag(line.duty, order.currencies))
                .put("taxLines", List.of());
    }

    /** A discount on chosen lines that was no code: the only kind that Shopify takes into discountedTotalSet. */
    private static boolean lineLevel(Discount discount) {
        return discount.kind() != Discount.Kind.CODE && discount.selection() != Discount.Selection.ALL;
    }

    private static @Nullable Shape group(OrderLine line) {
        NewLine.Bundle bundle = line.bundle;
        return bundle == null
                ? null
                : Shape.of("LineItemGroup")
                        .put("id", Gids.gid("LineItemGroup", line.bundleNumber))
                        .put("title", bundle.title())
                        .put("quantity", bundle.quantity())
                        .put("variantSku", bundle.sku());
    }

    Shape shipping(ShopOrder order, ShippingLine line) {
        Currencies money = order.currencies;
        return Shape.of("ShippingLine")
                .put("id", line.gid())
                .put("title", line.title)
                .put("code", line.code)
                .put("source", "shopify")
                .put("isRemoved", false)
                .put("custom", false)
                .put("originalPriceSet", Amounts.bag(line.price, money))
                .put("discountedPriceSet", Amounts.bag(line.discountedPrice(), money))
                .put(
                        "currentDiscountedPriceSet",
                        Amounts.bag(line.discountedPrice().minus(line.refunded), money))
                .put(
                        "taxLines",
                        line.taxes.stream().map(each -> tax(each, money)).toList())
                .put("discountAllocations", allocations(order, line.allocations));
    }

    static Shape tax(TaxRow row, Currencies money) {
        return Shape.of("TaxLine")
                .put("title", row.title())
                .put("rate", row.rate().doubleValue())
                .put(
                        "ratePercentage",
                        row.rate().multiply(BigDecimal.valueOf(100)).doubleValue())
                .put("source", "Shopify")
                .put("channelLiable", row.channelLiable())
                .put("priceSet", Amounts.bag(row.amount(), money));
    }

    /** Taxes of the whole order, one row for each title and rate, shipping included. */
    static List<Shape> taxes(ShopOrder order, boolean current) {
        Map<String, TaxRow> rows = new LinkedHashMap<>();
        for (OrderLine line : order.lines) {
            int units = current ? line.currentQuantity() : line.quantity - line.removed;
            line.taxes.forEach(row -> merge(rows, row, row.amount().share(units, line.quantity, order.currencies)));
        }
        order.shipping.forEach(line -> line.taxes.forEach(row -> merge(rows, row, row.amount())));
        return rows.values().stream().map(row -> tax(row, order.currencies)).toList();
    }

    private static void merge(Map<String, TaxRow> rows, TaxRow row, Bag amount) {
        rows.merge(
                row.title() + " " + row.rate() + row.channelLiable(),
                new TaxRow(row.title(), row.rate(), amount, row.channelLiable()),
                (a, b) -> new TaxRow(a.title(), a.rate(), a.amount().plus(b.amount()), a.channelLiable()));
    }

    private static List<Shape> allocations(ShopOrder order, List<Allocation> all) {
        List<Shape> rows = new ArrayList<>();
        for (Allocation each : all) {
            rows.add(Shape.of("DiscountAllocation")
                    .put("allocatedAmountSet", Amounts.bag(each.amount(), order.currencies))
                    .put("discountApplication", application(order, each.application())));
        }
        return rows;
    }

    private static Shape application(ShopOrder order, int index) {
        Discount discount = order.discounts.get(index);
        Shape value = discount.percent()
                ? Shape.of("PricingPercentageValue")
                        .put("percentage", discount.value().doubleValue())
                : Amounts.money(discount.value(), order.currencies.shop());
        return Shape.of(discount.typeName())
                .put("index", index)
                .put("targetType", discount.target().name())
                .put("targetSelection", discount.selection().name())
                .put("allocationMethod", discount.percent() ? "EACH" : "ACROSS")
                .put("value", value)
                .put("code", discount.label())
                .put("title", discount.label())
                .put("description", discount.label());
    }
}
