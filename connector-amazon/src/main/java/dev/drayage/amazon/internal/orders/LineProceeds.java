package dev.drayage.amazon.internal.orders;

import dev.drayage.error.ErrorCode;
import dev.drayage.internal.json.JsonValue;
import dev.drayage.model.Charge;
import dev.drayage.model.Discount;
import dev.drayage.model.Money;
import dev.drayage.model.RemittedBy;
import dev.drayage.model.TaxLine;
import dev.drayage.model.TaxLine.Subject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the proceeds of one line (Orders 2026-01-01, {@code ItemProceeds}; breakdowns are line totals) and proves them
 * against {@code proceedsTotal}. Two things are not documented and decided by the total alone: the sign of a DISCOUNT,
 * which lowers the total however it is written, and whether a TAX is on top of, inside, or outside the total. What does
 * not tie is refused. Collects the parts of one line; confined to one thread.
 */
final class LineProceeds {
    private final JsonValue item;
    private final Currency currency;
    private final boolean storeIncludesTax;
    private final List<Charge> charges = new ArrayList<>();
    private final Map<Subject, Money> discounts = new EnumMap<>(Subject.class);
    private final Map<Subject, Money> taxes = new EnumMap<>(Subject.class);
    private Money goods;
    private Money charged;
    private Money off;
    private Money tax;

    private LineProceeds(JsonValue item, Currency currency, boolean storeIncludesTax) {
        this.item = item;
        this.currency = currency;
        this.storeIncludesTax = storeIncludesTax;
        goods = Money.zero(currency);
        charged = goods;
        off = goods;
        tax = goods;
    }

    /**
     * The money of a line.
     *
     * @param ordered units as ordered
     * @param storeIncludesTax whether the store's prices hold the tax
     * @param free whether the order replaces another one, so that a line without any price costs nothing
     */
    static LineMoney read(JsonValue item, BigDecimal ordered, Currency currency, boolean storeIncludesTax, boolean free)
            throws UnreadableOrder {
        Optional<Money> stated = Amounts.find(item.at("proceeds"), "proceedsTotal");
        List<JsonValue> breakdowns = item.at("proceeds").elements("breakdowns");
        if (breakdowns.isEmpty()) {
            return priced(item, ordered, currency, stated, free);
        }
        LineProceeds line = new LineProceeds(item, currency, storeIncludesTax);
        for (JsonValue breakdown : breakdowns) {
            line.add(breakdown);
        }
        return line.tied(stated);
    }

    /** A line without breakdowns: unit price times quantity. */
    private static LineMoney priced(
            JsonValue item, BigDecimal ordered, Currency currency, Optional<Money> stated, boolean free)
            throws UnreadableOrder {
        Optional<Money> price =
                Amounts.find(item.at("product").at("price"), "unitPrice").map(unit -> unit.times(ordered));
        if (price.isEmpty() && stated.isEmpty()) {
            if (free) {
                return LineMoney.goods(Money.zero(currency), false);
            }
            throw new UnreadableOrder(ErrorCode.TOTAL_MISMATCH, "Amazon gives no price at " + item);
        }
        Money amount = price.orElseGet(stated::orElseThrow);
        if (!stated.orElse(amount).equals(amount)) {
            throw new UnreadableOrder(
                    ErrorCode.TOTAL_MISMATCH,
                    "Amazon's total at " + item + " is " + stated.get() + " but unit price times quantity is " + amount
                            + ", and there are no breakdowns");
        }
        return LineMoney.goods(amount, stated.isPresent());
    }

    private void add(JsonValue breakdown) throws UnreadableOrder {
        Money subtotal = Amounts.required(breakdown, "subtotal");
        String type = breakdown.requiredText("type");
        switch (type) {
            case "ITEM" -> goods = goods.plus(subtotal);
            case "SHIPPING" -> charge(Charge.Kind.SHIPPING, subtotal);
            case "GIFT_WRAP" -> charge(Charge.Kind.GIFT_WRAP, subtotal);
            case "COD_FEE" -> charge(Charge.Kind.COD_FEE, subtotal);
            case "DELIVERY_TIP" -> charge(Charge.Kind.TIP, subtotal);
            case "OTHER" -> charge(Charge.Kind.OTHER, subtotal);
            case "DISCOUNT" -> {
                off = off.plus(subtotal.abs());
                Subjects.discount(breakdown, subtotal).forEach((of, part) -> discounts.merge(of, part, Money::plus));
            }
            case "TAX" -> {
                tax = tax.plus(subtotal);
                Subjects.tax(breakdown, subtotal).forEach((of, part) -> taxes.merge(of, part, Money::plus));
            }
            default -> throw UnreadableOrder.unknownWord("proceeds breakdown", type, breakdown.path());
        }
    }

    private void charge(Charge.Kind kind, Money amount) {
        charged = charged.plus(amount);
        if (!amount.isZero()) {
            charges.add(new Charge(kind, amount));
        }
    }

    private LineMoney tied(Optional<Money> stated) throws UnreadableOrder {
        Money net = goods.plus(charged).minus(off);
        Money onTop = net.plus(tax);
        if (tax.signum() < 0) {
            throw mismatch(stated);
        }
        if (stated.isEmpty()) {
            return storeIncludesTax ? money(net, true, false) : money(onTop, false, false);
        }
        if (stated.get().equals(onTop)) {
            return money(onTop, false, true);
        }
        if (stated.get().equals(net) && storeIncludesTax) {
            return money(net, true, true);
        }
        if (stated.get().equals(net) && remittedBy() == RemittedBy.MARKETPLACE) {
            return withheld(net);
        }
        throw mismatch(stated);
    }

    private LineMoney money(Money total, boolean taxIncluded, boolean proved) throws UnreadableOrder {
        List<TaxLine> lines = new ArrayList<>();
        if (!tax.isZero()) {
            RemittedBy remittedBy = remittedBy();
            taxes.forEach((subject, part) -> {
                if (!part.isZero()) {
                    lines.add(new TaxLine(subject, part, remittedBy, taxIncluded));
                }
            });
        }
        return new LineMoney(goods, offList(), charges, lines, Money.zero(currency), total, proved);
    }

    /** The store's prices are without tax and the total holds none: Amazon collects it and the seller never sees it. */
    private LineMoney withheld(Money net) {
        return new LineMoney(goods, offList(), charges, List.of(), tax, net, true);
    }

    private List<Discount> offList() {
        List<String> promotions = item.at("promotion").elements("breakdowns").stream()
                .flatMap(promotion -> Words.word(promotion, "promotionId").stream())
                .toList();
        String label = promotions.size() == 1 ? promotions.get(0) : "";
        List<Discount> list = new ArrayList<>();
        discounts.forEach((subject, part) -> {
            if (!part.isZero()) {
                list.add(new Discount(label, subject, part));
            }
        });
        return list;
    }

    /** Amazon remits under a facilitator law and under both European one-stop shops; an unknown word is not guessed at. */
    private RemittedBy remittedBy() throws UnreadableOrder {
        RemittedBy by = RemittedBy.SELLER;
        JsonValue told = item.at("tax");
        for (JsonValue collection : told.elements("taxCollections")) {
            Optional<String> model = Words.word(collection, "model");
            if (model.isPresent() && !model.get().equals("MARKETPLACE_FACILITATOR")) {
                throw UnreadableOrder.unknownWord("tax collection model", model.get(), collection.path());
            }
            by = model.isPresent() ? RemittedBy.MARKETPLACE : by;
        }
        for (JsonValue calculation : told.elements("taxCalculationBreakdowns")) {
            Optional<String> scheme = Words.word(calculation, "reportingScheme");
            if (scheme.isPresent()
                    && !scheme.get().equals("IOSS")
                    && !scheme.get().equals("UOSS")) {
                throw UnreadableOrder.unknownWord("tax reporting scheme", scheme.get(), calculation.path());
            }
            by = scheme.isPresent() ? RemittedBy.MARKETPLACE : by;
        }
        return by;
    }

    private UnreadableOrder mismatch(Optional<Money> stated) {
        return new UnreadableOrder(
                ErrorCode.TOTAL_MISMATCH,
                "the parts at " + item + " do not add up to Amazon's total of the line, "
                        + stated.map(Money::toString).orElse("which is missing") + ", in any reading: goods " + goods
                        + ", charges " + charged + ", discounts " + off + ", tax " + tax);
    }
}
