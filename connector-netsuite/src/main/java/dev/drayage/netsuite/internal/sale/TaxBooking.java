package dev.drayage.netsuite.internal.sale;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drayage.error.ErrorCode;
import dev.drayage.model.Money;
import dev.drayage.model.SaleTransaction;
import dev.drayage.netsuite.SellerTax;
import dev.drayage.netsuite.ShippingBooking;
import dev.drayage.netsuite.internal.options.SaleOptions;
import dev.drayage.netsuite.internal.options.TaxOptions;
import dev.drayage.netsuite.internal.options.TaxSettings;
import dev.drayage.netsuite.internal.order.LineTag;
import dev.drayage.netsuite.internal.record.RecordClient;
import dev.drayage.spi.Violation;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How the tax that the seller remits stands in a sale: left out, as a line, as SuiteTax details to the cent, or as one rate that
 * NetSuite computes with. Prices that hold tax are booked without it where the tax stands by itself. Used for one sale by one
 * thread.
 */
final class TaxBooking {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final SellerTaxes taxes;
    private final Optional<SellerTax> strategy;
    private final TaxOptions options;
    private final String tagField;
    private final boolean carriageIsLine;
    private final List<Violation> violations = new ArrayList<>();

    TaxBooking(SaleTransaction sale, SaleOptions options) {
        taxes = new SellerTaxes(sale);
        strategy = options.sellerTax();
        this.options = options.taxes();
        tagField = options.fields().lineId();
        carriageIsLine = options.shipping() == ShippingBooking.LINE;
    }

    /** Whether tax stands by itself, so that prices are booked without it. */
    private boolean separates() {
        return strategy.filter(chosen -> chosen != SellerTax.OMIT).isPresent();
    }

    /** The price of a line without the tax that it holds. */
    Money without(String tag, Money price) {
        return separates() ? price.minus(taxes.heldBy(tag)) : price;
    }

    /** The tax that becomes a line. */
    Optional<Money> line() {
        return strategy.filter(chosen -> chosen == SellerTax.LINE)
                .map(chosen -> taxes.total())
                .filter(tax -> !tax.isZero());
    }

    /** Why the tax cannot be booked. */
    List<Violation> violations() {
        return violations;
    }

    /**
     * Writes tax details for the lines, each of which gets a reference.
     *
     * @return what they come to
     */
    Money details(ArrayNode lines, ObjectNode fields) {
        Money zero = taxes.total().minus(taxes.total());
        if (strategy.filter(chosen -> chosen == SellerTax.DETAILS).isEmpty()
                || taxes.shares().isEmpty()) {
            return zero;
        }
        carriageMustBeLine();
        Map<String, String> references = new LinkedHashMap<>();
        Map<String, BigDecimal> bases = bases(lines);
        fields.put("taxDetailsOverride", true);
        ArrayNode rows = fields.putObject("taxDetails").putArray("items");
        for (TaxShare share : taxes.shares()) {
            String reference = references.computeIfAbsent(share.tag(), tag -> "T" + (references.size() + 1));
            Optional<String> code = options.code(share.tax().name());
            Optional<String> type = options.type(share.tax().name());
            if (code.isEmpty() || type.isEmpty()) {
                violations.add(new Violation(
                        ErrorCode.VALUE_UNMAPPED,
                        "taxDetails",
                        "settings " + TaxSettings.CODES.name() + " and " + TaxSettings.TYPES.name()
                                + " need entries for the tax \"" + share.tax().name() + "\""));
                continue;
            }
            ObjectNode row = rows.addObject();
            row.set("taxDetailsReference", RecordClient.reference(row, reference));
            row.set("taxType", RecordClient.reference(row, type.get()));
            row.set("taxCode", RecordClient.reference(row, code.get()));
            row.put("taxBasis", UnitRate.plain(bases.getOrDefault(share.tag(), BigDecimal.ZERO)));
            share.tax().rate().ifPresent(rate -> row.put("taxRate", UnitRate.plain(rate.multiply(HUNDRED))));
            row.put("taxAmount", UnitRate.plain(share.amount().amount()));
        }
        for (JsonNode line : lines) {
            String reference = references.get(line.path(tagField).asText());
            if (reference != null) {
                ((ObjectNode) line).put("taxDetailsReference", reference);
            }
        }
        return taxes.total();
    }

    /** What each line comes to once its discounts are taken off, by the tag of the line. */
    private Map<String, BigDecimal> bases(ArrayNode lines) {
        Map<String, BigDecimal> bases = new LinkedHashMap<>();
        for (JsonNode line : lines) {
            String tag = line.path(tagField).asText();
            bases.merge(LineTag.isDiscount(tag) ? LineTag.owner(tag) : tag, LineAmount.of(line), BigDecimal::add);
        }
        return bases;
    }

    /**
     * Writes the rate with which NetSuite computes the tax.
     *
     * @return what NetSuite will compute; empty if it is not to compute anything
     */
    Optional<Money> rate(ArrayNode lines, ObjectNode fields) {
        if (strategy.filter(chosen -> chosen == SellerTax.RATE).isEmpty()) {
            return Optional.empty();
        }
        if (taxes.shares().isEmpty()) {
            return Optional.empty();
        }
        carriageMustBeLine();
        Optional<BigDecimal> rate = taxes.rate();
        if (rate.isEmpty() || options.taxItem().isEmpty()) {
            violations.add(new Violation(
                    ErrorCode.VALUE_UNMAPPED,
                    "taxRate",
                    rate.isEmpty()
                            ? "the lines have several tax rates, or the channel tells none, and tax.seller is rate: one rate"
                                    + " cannot stand for them"
                            : "setting " + TaxSettings.BODY_TAX_ITEM.name() + " names no tax item"));
            return Optional.empty();
        }
        fields.set("taxItem", RecordClient.reference(fields, options.taxItem().get()));
        BigDecimal percent = rate.get().multiply(HUNDRED);
        fields.put("taxRate", UnitRate.plain(percent));
        BigDecimal taxable = BigDecimal.ZERO;
        for (JsonNode line : lines) {
            String tag = line.path(tagField).asText();
            boolean taxed = taxes.taxes(LineTag.isDiscount(tag) ? LineTag.owner(tag) : tag)
                    || (LineTag.isDiscount(tag) && LineTag.owner(tag).isEmpty());
            ((ObjectNode) line).put("isTaxable", taxed);
            if (taxed) {
                taxable = taxable.add(LineAmount.of(line));
            }
        }
        Money total = taxes.total();
        BigDecimal computed = taxable.multiply(percent)
                .divide(HUNDRED, Math.max(0, total.currency().getDefaultFractionDigits()), RoundingMode.HALF_UP);
        return Optional.of(new Money(computed, total.currency()));
    }

    /** What NetSuite's own tax is too little by. */
    Money missing(Money computed) {
        return taxes.total().minus(computed);
    }

    private void carriageMustBeLine() {
        if (!carriageIsLine && taxes.taxes(SellerTaxes.CARRIAGE)) {
            violations.add(new Violation(
                    ErrorCode.SETTINGS_INVALID,
                    "shippingCost",
                    "carriage is taxed, and its tax can only be told of a line: set shipping.booking to line"));
        }
    }
}
