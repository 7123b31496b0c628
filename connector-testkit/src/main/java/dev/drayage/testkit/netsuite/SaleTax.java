package dev.drayage.testkit.netsuite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Tax of a sale. With SuiteTax it is what the overriding details say, to the cent. With legacy tax, which an account has
 * only by preference here, it is the rate of the body over the taxable lines, rounded once per document to the decimals
 * of its currency. Without either there is none.
 *
 * <p>Assumed, for want of a vendor's word on it: a line that says nothing is taxable if its item is; shipping and header
 * discounts are outside the rate; tax details may refer to nothing as long as no line carries a reference at all.
 */
final class SaleTax {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Account account;
    private final CurrencyDecimals decimals;

    SaleTax(Account account) {
        this.account = account;
        this.decimals = new CurrencyDecimals(account);
    }

    BigDecimal of(ObjectNode draft) {
        if (Json.ticked(draft, "taxDetailsOverride")) {
            return overridden(draft);
        }
        return account.settings().has(AccountPreference.LEGACY_TAX) ? byRate(draft) : BigDecimal.ZERO;
    }

    private static BigDecimal overridden(ObjectNode draft) {
        Set<String> references = new HashSet<>();
        Json.rows(draft, "item").forEach(line -> references.add(reference(line)));
        references.remove("");
        BigDecimal tax = BigDecimal.ZERO;
        List<ObjectNode> rows = Json.rows(draft, "taxDetails");
        for (int i = 0; i < rows.size(); i++) {
            String reference = reference(rows.get(i));
            if (!references.isEmpty() && !references.contains(reference)) {
                throw Refusal.invalidFieldValue(
                        reference, "taxDetailsReference", "taxDetails.items[" + i + "].taxDetailsReference");
            }
            tax = tax.add(Json.number(rows.get(i), "taxAmount"));
        }
        return tax;
    }

    /** Lines name their reference as a text, rows of tax details as an object. */
    static String reference(ObjectNode row) {
        JsonNode reference = row.path("taxDetailsReference");
        return reference.isObject() ? reference.path("id").asText("") : reference.asText("");
    }

    private BigDecimal byRate(ObjectNode draft) {
        BigDecimal rate = rate(draft);
        if (rate.signum() == 0) {
            return BigDecimal.ZERO;
        }
        if (!Json.has(draft, "taxItem")) {
            throw Refusal.missing("Tax Item");
        }
        BigDecimal taxable = BigDecimal.ZERO;
        for (ObjectNode line : Json.rows(draft, "item")) {
            if (isTaxable(line)) {
                taxable = taxable.add(Json.number(line, "amount"));
            }
        }
        return taxable.multiply(rate).divide(HUNDRED, decimals.of(draft), RoundingMode.HALF_UP);
    }

    private static BigDecimal rate(ObjectNode draft) {
        String text = draft.path("taxRate").asText("");
        return text.endsWith("%")
                ? new BigDecimal(text.substring(0, text.length() - 1))
                : Json.number(draft, "taxRate");
    }

    private boolean isTaxable(ObjectNode line) {
        if (Json.has(line, "isTaxable")) {
            return Json.ticked(line, "isTaxable");
        }
        return account.references()
                .find("item", Json.refId(line, "item"))
                .filter(item -> Json.ticked(account.store().read(item), "isTaxable"))
                .isPresent();
    }
}
