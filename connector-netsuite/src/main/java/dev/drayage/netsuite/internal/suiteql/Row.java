package dev.drayage.netsuite.internal.suiteql;

import dev.drayage.error.ErrorCode;
import dev.drayage.error.UnavailableException;
import dev.drayage.internal.json.JsonValue;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** One row: columns in any case, numbers as text, absent where null. Immutable. */
public final class Row {
    private final Map<String, String> columns = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    Row(JsonValue row) {
        row.node().fieldNames().forEachRemaining(name -> {
            JsonValue value = row.at(name);
            if (value.node().isValueNode()) {
                value.text().ifPresent(text -> columns.put(name, text));
            }
        });
    }

    /** The value of a column, if it is not null. */
    public Optional<String> text(String column) {
        return Optional.ofNullable(columns.get(column)).filter(text -> !text.isBlank());
    }

    /**
     * The value of a column that is never null.
     *
     * @throws UnavailableException if it is
     */
    public String required(String column) {
        return text(column).orElseThrow(() -> malformed(column));
    }

    /** The number in a column. */
    public Optional<BigDecimal> number(String column) {
        return text(column).map(text -> {
            try {
                return new BigDecimal(text);
            } catch (NumberFormatException e) {
                throw malformed(column);
            }
        });
    }

    /** Whether a column says {@code T}. */
    public boolean isTrue(String column) {
        return text(column)
                .filter(text -> text.toUpperCase(Locale.ROOT).startsWith("T"))
                .isPresent();
    }

    private static UnavailableException malformed(String column) {
        return new UnavailableException(ErrorCode.ANSWER_MALFORMED, "a query answered no usable column " + column);
    }
}
