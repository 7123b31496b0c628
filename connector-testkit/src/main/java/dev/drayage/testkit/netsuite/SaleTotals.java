package dev.drayage.testkit.netsuite;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;

/** What a sale comes to, computed by the account from its own lines; nothing that a client sends as a total counts. */
final class SaleTotals {
    private final SaleTax saleTax;
    private final CurrencyDecimals decimals;

    SaleTotals(Account account) {
        this.saleTax = new SaleTax(account);
        this.decimals = new CurrencyDecimals(account);
    }

    void complete(ObjectNode draft) {
        BigDecimal subTotal = BigDecimal.ZERO;
        for (ObjectNode line : Json.rows(draft, "item")) {
            subTotal = subTotal.add(Json.number(line, "amount"));
        }
        BigDecimal discount = discount(draft, subTotal);
        BigDecimal tax = saleTax.of(draft);
        draft.put("subTotal", decimals.round(subTotal, draft));
        draft.put("discountTotal", decimals.round(discount, draft));
        draft.put("taxTotal", decimals.round(tax, draft));
        BigDecimal total = subTotal.add(discount)
                .add(tax)
                .add(Json.number(draft, "shippingCost"))
                .add(Json.number(draft, "handlingCost"));
        draft.put("total", decimals.round(total, draft));
    }

    /** A header discount needs its discount item; a rate on its own changes nothing. */
    private BigDecimal discount(ObjectNode draft, BigDecimal subTotal) {
        if (!Json.has(draft, "discountItem")) {
            return BigDecimal.ZERO;
        }
        String rate = draft.path("discountRate").asText();
        return rate.endsWith("%")
                ? decimals.round(
                        subTotal.multiply(new BigDecimal(rate.substring(0, rate.length() - 1)))
                                .divide(BigDecimal.valueOf(100)),
                        draft)
                : Json.number(draft, "discountRate");
    }
}
