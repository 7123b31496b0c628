package dev.drayage.netsuite.internal.sale;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drayage.error.ErrorCode;
import dev.drayage.model.Charge;
import dev.drayage.model.Discount;
import dev.drayage.model.Money;
import dev.drayage.model.OrderLine;
import dev.drayage.model.OrderTotals;
import dev.drayage.model.SaleTransaction;
import dev.drayage.netsuite.MarketplaceTax;
import dev.drayage.netsuite.ShippingBooking;
import dev.drayage.netsuite.internal.item.ItemMatch;
import dev.drayage.netsuite.internal.options.NetSuiteSchema;
import dev.drayage.netsuite.internal.options.SaleOptions;
import dev.drayage.netsuite.internal.options.TaxSettings;
import dev.drayage.netsuite.internal.order.LineTag;
import dev.drayage.netsuite.internal.record.LineBreaks;
import dev.drayage.netsuite.internal.record.RecordClient;
import dev.drayage.netsuite.internal.record.TypedFields;
import dev.drayage.settings.Setting;
import dev.drayage.spi.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * The lines of a sale in NetSuite's words: each article, right behind it what lowers it and what it is wrapped in, then what
 * belongs to the whole sale, then tax as the settings say. Carriage is added up for the body unless it is to be a line.
 * Amounts are in the sale's currency. Used for one sale by one thread.
 */
public final class SaleLines {
    private final SaleOptions options;
    private final Function<OrderLine, ItemMatch> items;
    private final String skuField;
    private final ArrayNode lines;
    private final ObjectNode taxFields;
    private final TaxBooking tax;
    private final List<Violation> violations = new ArrayList<>();
    private Money booked;
    private Money carriage;

    /**
     * The lines of a sale.
     *
     * @param items the item of each line
     * @param skuField is named in messages
     * @param body any body; nothing is put into it
     */
    public SaleLines(
            SaleTransaction sale,
            SaleOptions options,
            Function<OrderLine, ItemMatch> items,
            String skuField,
            ObjectNode body) {
        this.options = options;
        this.items = items;
        this.skuField = skuField;
        lines = body.objectNode().arrayNode();
        taxFields = body.objectNode();
        tax = new TaxBooking(sale, options);
        booked = Money.zero(sale.currency());
        carriage = Money.zero(sale.currency());
        for (OrderLine line : sale.lines()) {
            goods(line);
            discounts(line.discounts(), line.lineId());
            charges(line.charges(), Optional.of(line));
        }
        charges(sale.charges(), Optional.empty());
        discounts(sale.discounts(), "");
        carriage = tax.without(SellerTaxes.CARRIAGE, carriage);
        if (options.shipping() == ShippingBooking.LINE && !carriage.isZero()) {
            special(
                    NetSuiteSchema.SHIPPING_ITEM,
                    options.items().shipping(),
                    carriage,
                    "Shipping",
                    SellerTaxes.CARRIAGE);
            carriage = Money.zero(sale.currency());
        }
        taxes(sale);
    }

    /** The lines. */
    public ArrayNode lines() {
        return lines;
    }

    /** What belongs into the body for tax. */
    public ObjectNode taxFields() {
        return taxFields;
    }

    /** Carriage that belongs into the body. */
    public Money carriage() {
        return carriage;
    }

    /** What the account will come to. */
    public Money total() {
        return booked.plus(carriage);
    }

    /** Why the sale cannot be written. */
    public List<Violation> violations() {
        return violations;
    }

    private void goods(OrderLine line) {
        ObjectNode node = lines.addObject();
        ItemMatch match = line.giftCard() && options.items().giftCard().isPresent()
                ? new ItemMatch.One(options.items().giftCard().get())
                : items.apply(line);
        match.violation("line " + line.lineId(), line.sku(), skuField).ifPresent(violations::add);
        match.item().ifPresent(id -> node.set("item", RecordClient.reference(node, id)));
        node.put("quantity", UnitRate.plain(line.quantity()));
        Money price = tax.without(line.lineId(), line.amount());
        UnitRate.put(node, price.amount(), line.quantity());
        booked = booked.plus(price);
        node.put(options.fields().lineId(), line.lineId());
        boolean wrapped = line.charges().stream().anyMatch(charge -> charge.kind() == Charge.Kind.GIFT_WRAP);
        Optional<String> message = line.giftMessage();
        Optional<String> field = options.fields().giftMessage();
        String description = line.title().orElse("");
        if (message.isPresent() && field.isPresent()) {
            node.put(field.get(), LineBreaks.escaped(message.get()));
        } else if (message.isPresent() && !wrapped) {
            description = (description.isEmpty() ? "" : description + "\n") + "Gift message: " + message.get();
        }
        if (!description.isEmpty()) {
            node.put("description", LineBreaks.escaped(description));
        }
        TypedFields.put(node, line.customFields());
    }

    private void discounts(List<Discount> discounts, String owner) {
        for (int i = 0; i < discounts.size(); i++) {
            discount(discounts.get(i), LineTag.of(owner, "discount", i));
        }
    }

    private void charges(List<Charge> charges, Optional<OrderLine> line) {
        String owner = line.map(OrderLine::lineId).orElse("");
        for (int i = 0; i < charges.size(); i++) {
            Charge charge = charges.get(i);
            charge(charge, line, LineTag.of(owner, charge.kind().name().toLowerCase(Locale.ROOT), i));
        }
    }

    private void discount(Discount discount, String tag) {
        if (!discount.amount().isZero()) {
            String subject = discount.subject().name().toLowerCase(Locale.ROOT).replace('_', ' ');
            String label = discount.label().isBlank() ? "Discount" : "Discount " + discount.label();
            special(
                    NetSuiteSchema.DISCOUNT_ITEM,
                    options.items().discount(),
                    discount.amount().negate(),
                    label + " (" + subject + ")",
                    tag);
        }
    }

    private void charge(Charge charge, Optional<OrderLine> line, String tag) {
        if (charge.amount().isZero() && charge.kind() != Charge.Kind.GIFT_WRAP) {
            return;
        }
        switch (charge.kind()) {
            case SHIPPING -> carriage = carriage.plus(charge.amount());
            case GIFT_WRAP ->
                special(
                        NetSuiteSchema.GIFT_WRAP_ITEM,
                        options.items().giftWrap(),
                        charge.amount(),
                        line.map(this::wrapping).orElse("Gift wrap"),
                        tag);
            case ROUNDING ->
                special(
                        TaxSettings.ROUNDING_ITEM,
                        options.taxes().roundingItem(),
                        charge.amount(),
                        charge.label().isBlank() ? "Rounding" : charge.label(),
                        tag);
            case COD_FEE, TIP, DUTY, OTHER ->
                special(
                        NetSuiteSchema.CHARGE_ITEM,
                        options.items().charge(),
                        charge.amount(),
                        switch (charge.kind()) {
                            case COD_FEE -> "Cash on delivery";
                            case TIP -> "Tip";
                            case DUTY -> "Duty";
                            default -> charge.label().isBlank() ? "Charge" : charge.label();
                        },
                        tag);
        }
    }

    private String wrapping(OrderLine line) {
        StringBuilder text = new StringBuilder("Gift wrap");
        line.giftWrapLevel().ifPresent(level -> text.append(" ").append(level));
        if (options.fields().giftMessage().isEmpty()) {
            line.giftMessage()
                    .ifPresent(message -> text.append("\nGift message: ").append(message));
        }
        return text.toString();
    }

    private void taxes(SaleTransaction sale) {
        OrderTotals.Sums sums = OrderTotals.sums(sale);
        if (!sums.sellerTax().isZero() && options.sellerTax().isEmpty()) {
            violations.add(new Violation(
                    ErrorCode.VALUE_UNMAPPED,
                    "tax",
                    "the sale has " + sums.sellerTax() + " of tax that the seller remits, and no setting says how it"
                            + " is booked: set tax.seller, or item.tax"));
        }
        tax.line()
                .ifPresent(sum ->
                        special(NetSuiteSchema.TAX_ITEM, options.items().tax(), sum, "Tax", LineTag.of("", "tax", 0)));
        if (!sums.marketplaceTax().isZero() && options.marketplaceTax() != MarketplaceTax.OMIT) {
            special(
                    NetSuiteSchema.TAX_ITEM,
                    options.items().tax(),
                    sums.marketplaceTax(),
                    "Tax, remitted by the marketplace",
                    LineTag.of("", "marketplace_tax", 0));
            if (options.marketplaceTax() == MarketplaceTax.LINE_AND_CLEARING) {
                special(
                        NetSuiteSchema.CLEARING_ITEM,
                        options.items().taxClearing(),
                        sums.marketplaceTax().negate(),
                        "Tax kept by the marketplace",
                        LineTag.of("", "marketplace_tax", 1));
            }
        }
        booked = booked.plus(tax.details(lines, taxFields));
        tax.rate(lines, taxFields).ifPresent(this::computed);
        violations.addAll(tax.violations());
    }

    /** NetSuite computes the tax itself; a small difference to the channel's is a line that says so. */
    private void computed(Money computed) {
        booked = booked.plus(computed);
        Money missing = tax.missing(computed);
        if (missing.isZero()) {
            return;
        }
        if (missing.abs().amount().compareTo(options.taxes().tolerance()) > 0) {
            violations.add(new Violation(
                    ErrorCode.TOTAL_MISMATCH,
                    "taxRate",
                    "NetSuite would compute " + computed + " of tax, which is off by " + missing
                            + ": more than total.tolerance"));
            return;
        }
        special(
                TaxSettings.ROUNDING_ITEM,
                options.taxes().roundingItem(),
                missing,
                "Rounding: NetSuite computes tax of " + computed,
                LineTag.of("", "rounding", 0));
        if (!lines.isEmpty()) {
            ((ObjectNode) lines.get(lines.size() - 1)).put("isTaxable", false);
        }
    }

    private void special(Setting<?> setting, Optional<String> item, Money amount, String description, String tag) {
        booked = booked.plus(amount);
        if (item.isEmpty()) {
            violations.add(new Violation(
                    ErrorCode.VALUE_UNMAPPED,
                    setting.name(),
                    "setting " + setting.name() + " names no item for: "
                            + description.split("\n", -1)[0]));
            return;
        }
        ObjectNode node = lines.addObject();
        node.set("item", RecordClient.reference(node, item.get()));
        if (amount.signum() >= 0) {
            node.put("quantity", 1);
        }
        node.set("price", RecordClient.reference(node, "-1"));
        node.put("rate", UnitRate.plain(amount.amount()));
        node.put("amount", UnitRate.plain(amount.amount()));
        node.put("description", LineBreaks.escaped(description));
        node.put(options.fields().lineId(), tag);
    }
}
