package dev.drayage.testkit.shopify;

import java.math.BigDecimal;
import java.util.List;

/**
 * A discount of an order. Immutable.
 *
 * @param kind code, automatic or manual
 * @param label the code or the title
 * @param target lines or shipping
 * @param selection all lines, the entitled ones, or one line that somebody chose
 * @param percent whether {@code value} is a percentage, else an amount in the shop's currency
 * @param value how much
 * @param skus the lines it is for; empty for all
 */
public record Discount(
        Kind kind,
        String label,
        Target target,
        Selection selection,
        boolean percent,
        BigDecimal value,
        List<String> skus) {
    public Discount {
        skus = List.copyOf(skus);
    }

    /** Where a discount comes from. */
    public enum Kind {
        /** The buyer typed a code. */
        CODE,
        /** The shop gave it by itself. */
        AUTOMATIC,
        /** A person gave it. */
        MANUAL
    }

    /** What a discount lowers. */
    public enum Target {
        /** Merchandise. */
        LINE_ITEM,
        /** Shipping. */
        SHIPPING_LINE
    }

    /** Which lines. */
    public enum Selection {
        /** Every line: a discount on the order. */
        ALL,
        /** Lines that fulfil a condition. */
        ENTITLED,
        /** Lines that were chosen. */
        EXPLICIT
    }

    /** A percentage off the whole order for a code. */
    public static Discount code(String code, String percent) {
        return new Discount(Kind.CODE, code, Target.LINE_ITEM, Selection.ALL, true, new BigDecimal(percent), List.of());
    }

    /** An amount of the shop's currency off the whole order, given by the shop. */
    public static Discount automatic(String title, String amount) {
        return new Discount(
                Kind.AUTOMATIC, title, Target.LINE_ITEM, Selection.ALL, false, new BigDecimal(amount), List.of());
    }

    /** An amount of the shop's currency off one line, given by a person. */
    public static Discount manual(String title, String amount, String sku) {
        return new Discount(
                Kind.MANUAL, title, Target.LINE_ITEM, Selection.EXPLICIT, false, new BigDecimal(amount), List.of(sku));
    }

    /** A percentage off shipping for a code. */
    public static Discount shipping(String code, String percent) {
        return new Discount(
                Kind.CODE, code, Target.SHIPPING_LINE, Selection.ALL, true, new BigDecimal(percent), List.of());
    }

    String typeName() {
        return switch (kind) {
            case CODE -> "DiscountCodeApplication";
            case AUTOMATIC -> "AutomaticDiscountApplication";
            case MANUAL -> "ManualDiscountApplication";
        };
    }
}
