package dev.drayage.testkit.amazon;

import java.math.BigDecimal;
import java.util.List;

/**
 * One entry of an order item's {@code proceeds.breakdowns}. Amounts are line totals in the order's currency.
 *
 * @param type ITEM, SHIPPING, GIFT_WRAP, TAX, DISCOUNT, COD_FEE, OTHER or a word Amazon has not told us about
 * @param subtotal the amount as counted into the item's total: negative lowers it
 * @param parts {@code detailedBreakdowns}, which Amazon sends for TAX and DISCOUNT only, and not always
 */
public record ProceedsLine(String type, BigDecimal subtotal, List<Part> parts) {

    public ProceedsLine {
        parts = List.copyOf(parts);
    }

    /**
     * One entry of {@code detailedBreakdowns}.
     *
     * @param subtype what the amount belongs to: ITEM, SHIPPING, GIFT_WRAP, COD_FEE, DISCOUNT or OTHER
     * @param value the amount, signed like the subtotal it is part of
     */
    public record Part(String subtype, BigDecimal value) {}
}
