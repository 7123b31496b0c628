package dev.drayage.netsuite.internal.suiteql;

import dev.drayage.error.ErrorCode;
import dev.drayage.error.UnavailableException;
import dev.drayage.internal.json.JsonValue;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * One row: columns in any case, numbers as text, absent where null. A column that holds an object or a list is told as malformed by
 * whoever asks for it. Immutable.
 */
public final class Row {
    /** Digits of a number, and the largest power of ten, up or down. */
    private static final int MOST_DIGITS = 60;

    private final Map<String, String> columns = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Set<String> structured = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

    Row(JsonValue row) {
        if (!row.node().isObject()) {
            throw new UnavailableException(ErrorCode.ANSWER_MALFORMED, "a query answered a row without columns");
        }
        row.node().fieldNames().forEachRemaining(name -> {
            JsonValue value = row.at(name);
            if (value.node().isValueNode()) {
                value.text().ifPresent(text -> columns.put(name, text));
            } else {
                structured.add(name);
            }
        });
    }

    /** The value of a column, if it is not null. */
    public Optional<String> text(String column) {
        if (structured.contains(column)) {
            throw malformed(column);
        }
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

    /**
     * The number in a column that is never null.
     *
     * @throws UnavailableException if it is
     */
    public BigDecimal requiredNumber(String column) {
        return number(column).orElseThrow(() -> malformed(column));
    }

    /** The number in a column. */
    public Optional<BigDecimal> number(String column) {
        return text(column).map(text -> {
            try {
                BigDecimal number = new BigDecimal(text);
                if (text.length() > MOST_DIGITS
                        || Math.abs((long) number.scale()) > MOST_DIGITS
                        || text.startsWith("+")
                        || !text.chars().allMatch(sign -> sign < 128)) {
                    throw malformed(column);
                }
                return number;
            } catch (NumberFormatException e) {
                throw malformed(column);
            }
        });
    }

    /** Whether a column says {@code T}; not if it is null. */
    public boolean isTrue(String column) {
        return text(column)
                .map(text -> switch (text) {
                    case "T" -> true;
                    case "F" -> false;
                    default -> throw malformed(column);
                })
                .orElse(false);
    }

    /** The internal id of a record that people made, if the column is not null. */
    public Optional<String> id(String column) {
        return text(column).map(text -> {
            if (!text.matches("[0-9]{1,18}")) {
                throw malformed(column);
            }
            return text;
        });
    }

    private static UnavailableException malformed(String column) {
        return new UnavailableException(ErrorCode.ANSWER_MALFORMED, "a query answered no usable column " + column);
    }
}
