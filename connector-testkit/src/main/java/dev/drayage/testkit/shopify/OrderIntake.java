package dev.drayage.testkit.shopify;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns a wish into an order: discounts spread, taxes rounded per line, stock committed, fulfilment orders made. Guarded by the shop. */
final class OrderIntake {
    private final Shop shop;
    private final FulfillmentDesk desk;

    OrderIntake(Shop shop, FulfillmentDesk desk) {
        this.shop = shop;
        this.desk = desk;
    }

    ShopOrder place(NewOrder draft) {
        Instant now = shop.now();
        String own = shop.settings().currency();
        Currencies money = draft.currencies == null
                ? Currencies.only(own)
                : new Currencies(own, draft.currencies.presentment(), draft.currencies.rate());
        long number = shop.id("Order");
        ShopOrder order = new ShopOrder(
                number, now, shop.nextSerial(), Long.toString(number * 2_654_435_761L & 0xFFFFFFFFL, 36), money, draft);
        Map<Long, String> bundles = new LinkedHashMap<>();
        List<NewLine> wanted = new ArrayList<>(draft.lines);
        if (draft.tip.signum() > 0) {
            wanted.add(NewLine.of("", 1, draft.tip.toPlainString()).title("Tip").digital());
        }
        for (NewLine line : wanted) {
            order.lines.add(line(order, line, draft, bundles));
        }
        for (NewOrder.Shipping line : draft.shipping) {
            order.shipping.add(shipping(order, line));
        }
        draft.fees.forEach(fee ->
                order.fees.add(new ShopOrder.Fee(shop.id("AdditionalFee"), fee.name(), money.ofShop(fee.price()))));
        if (order.terms != null) {
            order.termsNumber = shop.id("PaymentTerms");
            order.scheduleNumber = shop.id("PaymentSchedule");
        }
        order.originalTotal = order.totals().total();
        order.agreements.add(agreement(order));
        shop.orders.put(number, order);
        for (int n = 0; n < draft.lines.size(); n++) {
            NewLine line = draft.lines.get(n);
            StockLocation location = line.locationGid.isEmpty()
                    ? shop.firstLocation().orElse(null)
                    : shop.locations.get(Gids.number(line.locationGid, "Location"));
            desk.add(order, order.lines.get(n), line.quantity - line.nonFulfillable, Optional.ofNullable(location));
        }
        shop.webhooks().changed("orders/create", order, Map.of("name", order.name));
        return order;
    }

    private OrderLine line(ShopOrder order, NewLine wish, NewOrder draft, Map<Long, String> bundles) {
        Currencies money = order.currencies;
        Bag unit = money.ofShop(wish.price);
        boolean tip = wish.title.equals("Tip") && wish.sku.isEmpty();
        List<Allocation> allocations = tip ? List.of() : allocations(order, wish, draft);
        Bag off = allocations.stream().map(Allocation::amount).reduce(Bag.ZERO, Bag::plus);
        Bag net = unit.times(wish.quantity).minus(off);
        List<TaxRow> taxes = wish.giftCard ? List.of() : taxes(order, wish.rates, net);
        NewLine.Bundle bundle = wish.bundle;
        long group = 0;
        if (bundle != null) {
            group = bundles.entrySet().stream()
                    .filter(entry -> entry.getValue().equals(bundle.sku()))
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElseGet(() -> shop.id("LineItemGroup"));
            bundles.put(group, bundle.sku());
        }
        long duty = wish.duty.signum() == 0 ? 0 : shop.id("Duty");
        Variant variant = shop.variant(wish.sku).orElse(null);
        return new OrderLine(
                shop.id("LineItem"),
                wish,
                variant,
                tip,
                unit,
                allocations,
                taxes,
                money.ofShop(wish.duty),
                duty,
                group);
    }

    private ShippingLine shipping(ShopOrder order, NewOrder.Shipping wish) {
        Bag price = order.currencies.ofShop(wish.price());
        List<Allocation> allocations = new ArrayList<>();
        for (int n = 0; n < order.discounts.size(); n++) {
            Discount discount = order.discounts.get(n);
            if (discount.target() == Discount.Target.SHIPPING_LINE) {
                BigDecimal factor = discount.value().movePointLeft(2);
                allocations.add(new Allocation(
                        n,
                        discount.percent()
                                ? price.share(factor, order.currencies)
                                : order.currencies.ofShop(discount.value())));
            }
        }
        Bag net = price.minus(allocations.stream().map(Allocation::amount).reduce(Bag.ZERO, Bag::plus));
        return new ShippingLine(
                shop.id("ShippingLine"),
                wish.title(),
                wish.code(),
                price,
                allocations,
                taxes(order, wish.rates(), net));
    }

    /** Tax on a price: contained in it or on top, rounded per line. */
    static List<TaxRow> taxes(ShopOrder order, List<NewLine.Rate> rates, Bag net) {
        BigDecimal sum = rates.stream().map(NewLine.Rate::rate).reduce(BigDecimal.ZERO, BigDecimal::add);
        List<TaxRow> rows = new ArrayList<>();
        for (NewLine.Rate rate : rates) {
            BigDecimal factor = order.taxesIncluded
                    ? rate.rate().divide(BigDecimal.ONE.add(sum), 12, RoundingMode.HALF_UP)
                    : rate.rate();
            rows.add(new TaxRow(rate.title(), rate.rate(), net.share(factor, order.currencies), rate.channelLiable()));
        }
        return rows;
    }

    private static List<Allocation> allocations(ShopOrder order, NewLine wish, NewOrder draft) {
        List<Allocation> allocations = new ArrayList<>();
        for (int n = 0; n < order.discounts.size(); n++) {
            Discount discount = order.discounts.get(n);
            List<NewLine> entitled = draft.lines.stream()
                    .filter(each -> entitled(discount, each))
                    .toList();
            if (discount.target() == Discount.Target.LINE_ITEM && entitled.contains(wish)) {
                allocations.add(
                        new Allocation(n, order.currencies.ofShop(share(discount, wish, entitled, order.currencies))));
            }
        }
        return allocations;
    }

    /** An amount is spread by price, the last line takes what rounding left over. */
    private static BigDecimal share(Discount discount, NewLine wish, List<NewLine> entitled, Currencies money) {
        BigDecimal own = gross(wish);
        if (discount.percent()) {
            return own.multiply(discount.value().movePointLeft(2)).setScale(money.shopScale(), RoundingMode.HALF_UP);
        }
        BigDecimal all = entitled.stream().map(OrderIntake::gross).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal left = discount.value().min(all);
        BigDecimal whole = left;
        for (NewLine each : entitled) {
            boolean last = each == entitled.get(entitled.size() - 1);
            BigDecimal part = last || all.signum() == 0
                    ? left
                    : whole.multiply(gross(each)).divide(all, money.shopScale(), RoundingMode.HALF_UP);
            if (each == wish) {
                return part;
            }
            left = left.subtract(part);
        }
        return BigDecimal.ZERO;
    }

    private static boolean entitled(Discount discount, NewLine line) {
        return !line.giftCard && (discount.skus().isEmpty() || discount.skus().contains(line.sku));
    }

    private static BigDecimal gross(NewLine line) {
        return line.price.multiply(BigDecimal.valueOf(line.quantity));
    }

    private ShopOrder.Agreement agreement(ShopOrder order) {
        List<ShopOrder.Sale> sales = new ArrayList<>();
        for (OrderLine line : order.lines) {
            sales.add(sale(
                    line,
                    "ORDER",
                    line.quantity,
                    line.net(line.quantity, order.currencies),
                    line.tax(),
                    line.discount(),
                    order));
        }
        for (ShippingLine line : order.shipping) {
            Bag tax = order.taxesIncluded ? Bag.ZERO : line.tax();
            sales.add(new ShopOrder.Sale(
                    shop.id("Sale"),
                    "ShippingLineSale",
                    "ORDER",
                    "SHIPPING",
                    null,
                    line.discountedPrice().plus(tax),
                    line.tax(),
                    line.price.minus(line.discountedPrice()),
                    null,
                    line));
        }
        return new ShopOrder.Agreement(
                shop.id("SalesAgreement"), "OrderAgreement", "ORDER", order.createdAt(), null, sales);
    }

    ShopOrder.Sale sale(OrderLine line, String action, int quantity, Bag net, Bag tax, Bag discount, ShopOrder order) {
        String type = line.tip ? "TipSale" : line.giftCard ? "GiftCardSale" : "ProductSale";
        String kind = line.tip ? "TIP" : line.giftCard ? "GIFT_CARD" : "PRODUCT";
        Bag total = net.plus(order.taxesIncluded ? Bag.ZERO : tax);
        @Nullable Integer units = quantity;
        return new ShopOrder.Sale(shop.id("Sale"), type, action, kind, units, total, tax, discount, line, null);
    }
}
