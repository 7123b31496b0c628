package dev.drayage.shopify.internal.refunds;

import dev.drayage.internal.json.JsonValue;
import dev.drayage.model.Charge;
import dev.drayage.model.LargestRemainder;
import dev.drayage.model.LineReference;
import dev.drayage.model.Money;
import dev.drayage.model.Refund;
import dev.drayage.model.RefundLine;
import dev.drayage.model.TaxLine;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The parts of a refund in canonical form. A line of which some units left and some did not is two lines. A tip stands among
 * Shopify's lines and is a charge. Not thread-safe while it is filled.
 */
final class RefundParts {
    private final Basis basis;
    private final boolean included;
    private final RefundedTaxes taxation;
    private final RestockRule goods;
    final List<RefundLine> lines = new ArrayList<>();
    final List<Charge> charges = new ArrayList<>();
    final List<TaxLine> taxes = new ArrayList<>();
    final List<Refund.Adjustment> adjustments = new ArrayList<>();

    RefundParts(ReadRefund read, Basis basis, RestockRule goods) throws UnreadableRefund {
        this.basis = basis;
        this.included = RefundSum.isFlagged(read.order(), "taxesIncluded");
        this.taxation = new RefundedTaxes(basis, included);
        this.goods = goods;
        for (JsonValue line : read.lines()) {
            if (isTip(line.required("lineItem"))) {
                charge(Charge.Kind.TIP, TaxLine.Subject.OTHER, line, "subtotalSet", "totalTaxSet", line.at("lineItem"));
            } else {
                line(line);
            }
        }
        for (JsonValue line : read.shippingLines()) {
            charge(
                    Charge.Kind.SHIPPING,
                    TaxLine.Subject.SHIPPING,
                    line,
                    "subtotalAmountSet",
                    "taxAmountSet",
                    line.at("shippingLine"));
        }
        if (!RefundSum.isFlagged(read.order(), "dutiesIncluded")) {
            for (JsonValue duty : read.refund().elements("duties")) {
                Money amount = basis.amount(duty.at("amountSet"));
                if (!amount.isZero()) {
                    charges.add(new Charge(Charge.Kind.DUTY, amount));
                }
            }
        }
        for (JsonValue adjustment : read.adjustments()) {
            Money given = RefundSum.given(basis, adjustment, included);
            if (!given.isZero()) {
                adjustments.add(new Refund.Adjustment(adjustment.text("reason").orElse("ORDER_ADJUSTMENT"), given));
            }
        }
    }

    /** A tip that was given online: a line without a SKU that is not shipped. */
    private static boolean isTip(JsonValue item) {
        return item.text("sku").filter(sku -> !sku.isBlank()).isEmpty()
                && !item.at("requiresShipping").flag().orElse(true)
                && item.text("title").filter("tip"::equalsIgnoreCase).isPresent();
    }

    private void charge(
            Charge.Kind kind, TaxLine.Subject subject, JsonValue line, String amount, String tax, JsonValue sold)
            throws UnreadableRefund {
        Money bare = basis.amount(line.required(amount));
        if (!bare.isZero()) {
            charges.add(new Charge(kind, bare, sold.text("title").orElse("")));
        }
        taxes.addAll(taxation.of(basis.amount(line.at(tax)), subject, sold));
    }

    private void line(JsonValue line) throws UnreadableRefund {
        JsonValue item = line.required("lineItem");
        Map<RefundLine.Restock, BigDecimal> fates = goods.of(line);
        List<BigDecimal> units = List.copyOf(fates.values());
        if (units.isEmpty()) {
            return;
        }
        List<Money> amounts = LargestRemainder.share(basis.amount(line.required("subtotalSet")), units);
        List<Money> tax = LargestRemainder.share(basis.amount(line.at("totalTaxSet")), units);
        int part = 0;
        for (Map.Entry<RefundLine.Restock, BigDecimal> fate : fates.entrySet()) {
            lines.add(RefundLine.builder()
                    .line(LineReference.channel(ReadRefund.key(item)))
                    .sku(item.text("sku").orElse(""))
                    .quantity(fate.getValue())
                    .amount(amounts.get(part))
                    .taxes(taxation.of(tax.get(part), TaxLine.Subject.ITEM, item))
                    .restock(fate.getKey())
                    .build());
            part++;
        }
    }
}
