package dev.drayage.shopify.internal.orders;

import dev.drayage.error.ErrorCode;
import dev.drayage.internal.json.JsonValue;
import dev.drayage.model.Charge;
import dev.drayage.model.Discount;
import dev.drayage.model.Money;
import dev.drayage.model.OrderLine;
import dev.drayage.model.RemittedBy;
import dev.drayage.model.TaxLine;
import dev.drayage.shopify.internal.api.Gid;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Lines in canonical form. Shopify tells discounts and taxes of a line for the units that it once had: for fewer units they are
 * taken in proportion. Stateless but for its basis.
 */
final class LineTranslation {
    private final Basis basis;
    private final boolean taxesIncluded;
    private final boolean dutiesIncluded;
    private final boolean dutiesFollowUnits;

    LineTranslation(ReadOrder read, Basis basis) throws UnreadableOrder {
        this.basis = basis;
        taxesIncluded = read.order().at("taxesIncluded").flag().orElse(false);
        dutiesIncluded = read.order().at("dutiesIncluded").flag().orElse(false);
        dutiesFollowUnits = dutiesFollowUnits(read, basis);
    }

    /**
     * Whether duties of units that were taken out are no longer charged: no page says so, but the order's present duties show
     * which of the two they come to.
     */
    private static boolean dutiesFollowUnits(ReadOrder read, Basis basis) throws UnreadableOrder {
        Money following = Money.zero(basis.currency());
        for (JsonValue line : read.lines()) {
            for (JsonValue duty : line.elements("duties")) {
                following = following.plus(
                        basis.part(basis.amount(duty.at("price")), read.units(line), line.requiredDecimal("quantity")));
            }
        }
        return following.equals(basis.amount(read.order().at("currentTotalDutiesSet")));
    }

    /** A line of so many units. */
    OrderLine line(JsonValue line, BigDecimal units) throws UnreadableOrder {
        BigDecimal all = line.requiredDecimal("quantity");
        List<Charge> charges = new ArrayList<>();
        List<TaxLine> taxes = new ArrayList<>(taxes(line.at("taxLines"), TaxLine.Subject.ITEM, units, all));
        duties(line, units, charges, taxes);
        String title = line.text("title").orElse("");
        String variant = line.text("variantTitle").orElse("");
        return OrderLine.builder()
                .lineId(id(line))
                .sku(line.text("sku").orElse(""))
                .title(Optional.of(variant.isEmpty() ? title : title + " - " + variant)
                        .filter(text -> !text.isBlank()))
                .quantity(units)
                .amount(basis.amount(line.at("originalUnitPriceSet")).times(units))
                .discounts(discounts(line.at("discountAllocations"), TaxLine.Subject.ITEM, units, all))
                .charges(charges)
                .taxes(taxes)
                .giftCard(line.at("isGiftCard").flag().orElse(false))
                .build();
    }

    /** Adds what duties a line of so many units is charged, with their taxes: none left may still be charged all. */
    void duties(JsonValue line, BigDecimal units, List<Charge> charges, List<TaxLine> taxes) throws UnreadableOrder {
        BigDecimal all = line.requiredDecimal("quantity");
        BigDecimal charged = dutiesFollowUnits ? units : all;
        for (JsonValue duty : line.elements("duties")) {
            Money price = basis.part(basis.amount(duty.at("price")), charged, all);
            if (!dutiesIncluded && !price.isZero()) {
                charges.add(new Charge(Charge.Kind.DUTY, price));
                taxes.addAll(taxes(duty.at("taxLines"), TaxLine.Subject.OTHER, charged, all));
            }
        }
    }

    /** The number by which every later step knows the line. */
    static String id(JsonValue line) throws UnreadableOrder {
        return Gid.parse(line.requiredText("id"))
                .map(Gid::key)
                .orElseThrow(() -> new UnreadableOrder(
                        ErrorCode.RECORD_UNREADABLE, "the id at " + line.path() + " is none of Shopify's"));
    }

    /** What is taken off, for so many of all units. */
    List<Discount> discounts(JsonValue allocations, TaxLine.Subject subject, BigDecimal units, BigDecimal all)
            throws UnreadableOrder {
        List<Discount> discounts = new ArrayList<>();
        for (JsonValue allocation : allocations.elements()) {
            Money amount = basis.part(basis.amount(allocation.at("allocatedAmountSet")), units, all);
            if (!amount.isZero()) {
                JsonValue application = allocation.at("discountApplication");
                String label = application
                        .text("code")
                        .or(() -> application.text("title"))
                        .or(() -> application.text("description"))
                        .orElse("");
                discounts.add(new Discount(label, subject, amount));
            }
        }
        return discounts;
    }

    /** Tax, for so many of all units. */
    List<TaxLine> taxes(JsonValue lines, TaxLine.Subject subject, BigDecimal units, BigDecimal all)
            throws UnreadableOrder {
        List<TaxLine> taxes = new ArrayList<>();
        for (JsonValue tax : lines.elements()) {
            Money amount = basis.part(basis.amount(tax.at("priceSet")), units, all);
            if (!amount.isZero()) {
                taxes.add(new TaxLine(
                        subject,
                        amount,
                        tax.at("channelLiable").flag().orElse(false) ? RemittedBy.MARKETPLACE : RemittedBy.SELLER,
                        taxesIncluded,
                        tax.text("title").orElse(""),
                        tax.decimal("rate")));
            }
        }
        return taxes;
    }
}
