package dev.drayage.shopify.internal.orders;

import dev.drayage.internal.json.JsonValue;
import dev.drayage.model.Charge;
import dev.drayage.model.Discount;
import dev.drayage.model.Money;
import dev.drayage.model.TaxLine;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * What an order has beside its lines: carriage with its own discounts and taxes, further fees, duties of
 * lines that are gone, a tip. A tip that was given online
 * also stands among the lines, without a variant; it is a charge all the same, and once.
 *
 * @param charges the charges
 * @param discounts what is taken off carriage
 * @param taxes tax on all of it
 */
record OrderCharges(List<Charge> charges, List<Discount> discounts, List<TaxLine> taxes) {
    OrderCharges {
        charges = List.copyOf(charges);
        discounts = List.copyOf(discounts);
        taxes = List.copyOf(taxes);
    }

    static OrderCharges of(ReadOrder read, Basis basis, LineTranslation translation) throws UnreadableOrder {
        List<Charge> charges = new ArrayList<>();
        List<Discount> discounts = new ArrayList<>();
        List<TaxLine> taxes = new ArrayList<>();
        for (JsonValue line : read.shippingLines()) {
            if (line.at("isRemoved").flag().orElse(false)) {
                continue;
            }
            Money price = basis.amount(line.at("originalPriceSet"));
            if (!price.isZero()) {
                charges.add(new Charge(
                        Charge.Kind.SHIPPING, price, line.text("title").orElse("")));
            }
            discounts.addAll(translation.discounts(
                    line.at("discountAllocations"), TaxLine.Subject.SHIPPING, BigDecimal.ONE, BigDecimal.ONE));
            taxes.addAll(
                    translation.taxes(line.at("taxLines"), TaxLine.Subject.SHIPPING, BigDecimal.ONE, BigDecimal.ONE));
        }
        for (JsonValue fee : read.order().elements("additionalFees")) {
            Money price = basis.amount(fee.at("price"));
            if (!price.isZero()) {
                charges.add(
                        new Charge(Charge.Kind.OTHER, price, fee.text("name").orElse("")));
            }
            taxes.addAll(translation.taxes(fee.at("taxLines"), TaxLine.Subject.OTHER, BigDecimal.ONE, BigDecimal.ONE));
        }
        for (JsonValue line : read.lines()) {
            if (read.units(line).signum() == 0) {
                translation.duties(line, BigDecimal.ZERO, charges, taxes);
            }
        }
        Money tip = tip(read, basis);
        if (!tip.isZero()) {
            charges.add(new Charge(Charge.Kind.TIP, tip));
        }
        return new OrderCharges(charges, discounts, taxes);
    }

    private static Money tip(ReadOrder read, Basis basis) throws UnreadableOrder {
        return basis.amount(read.order().at("totalTipReceivedSet"));
    }

    /** Whether a line is the tip that is a charge already. */
    static boolean isTip(JsonValue line, ReadOrder read, Basis basis) throws UnreadableOrder {
        Money tip = tip(read, basis);
        return !tip.isZero()
                && !line.at("variant").isPresent()
                && line.text("sku").filter(sku -> !sku.isBlank()).isEmpty()
                && !line.at("requiresShipping").flag().orElse(true)
                && line.text("title").filter("tip"::equalsIgnoreCase).isPresent()
                && basis.amount(line.at("originalTotalSet")).equals(tip);
    }
}
