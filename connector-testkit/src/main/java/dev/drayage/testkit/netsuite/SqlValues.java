package dev.drayage.testkit.netsuite;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Values of a query: texts, numbers ({@link Long} or {@link BigDecimal}) and {@link SqlTime}; null is null. Numbers and
 * texts compare as numbers, dates compare with dates only.
 */
final class SqlValues {
    private SqlValues() {}

    static int compare(Object left, Object right) {
        if (left instanceof Long a && right instanceof Long b) {
            return a.compareTo(b);
        }
        if (left instanceof Number || right instanceof Number) {
            return number(left).compareTo(number(right));
        }
        if (left instanceof SqlTime a && right instanceof SqlTime b) {
            return a.compareTo(b);
        }
        if (left instanceof String a && right instanceof String b) {
            return a.compareTo(b);
        }
        throw Refusal.invalidParameter("Invalid search query. A date cannot be compared with a text; use TO_DATE.");
    }

    static BigDecimal number(Object value) {
        if (value instanceof BigDecimal decimal) {
            return decimal;
        }
        try {
            return new BigDecimal(value.toString());
        } catch (NumberFormatException e) {
            throw Refusal.invalidParameter("Invalid search query. '" + value + "' is not a number.");
        }
    }

    /** How a value is shown in a row: everything is text. */
    static String text(Object value) {
        if (value instanceof BigDecimal decimal) {
            return decimal.signum() == 0 ? "0" : decimal.stripTrailingZeros().toPlainString();
        }
        return value instanceof SqlTime time ? SqlFormats.format(time, SqlFormats.UNFORMATTED) : value.toString();
    }

    /** Equal values of different kinds have the same key. */
    static String key(Object value) {
        return text(value);
    }

    static @Nullable Long id(@Nullable Object value) {
        if (value instanceof Long number) {
            return number;
        }
        if (value == null) {
            return null;
        }
        try {
            return Long.valueOf(text(value));
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
