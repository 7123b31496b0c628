package dev.drayage.testkit.netsuite;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Functions of the dialect that look at one row. Anything else is refused by name. */
final class SqlFunctions {
    private SqlFunctions() {}

    /** A function over values that may be null. */
    interface Function {
        @Nullable Object apply(@Nullable Object[] given);
    }

    private record Known(int fewest, int most, Function function) {}

    private static final Map<String, Known> FUNCTIONS = Map.ofEntries(
            Map.entry("TO_CHAR", new Known(1, 2, SqlFunctions::toChar)),
            Map.entry("TO_DATE", new Known(2, 2, SqlFunctions::toTime)),
            Map.entry("TO_TIMESTAMP", new Known(2, 2, SqlFunctions::toTime)),
            Map.entry("TO_NUMBER", new Known(1, 1, given -> given[0] == null ? null : SqlValues.number(given[0]))),
            Map.entry("SYS_EXTRACT_UTC", new Known(1, 1, SqlFunctions::utc)),
            Map.entry(
                    "ABS",
                    new Known(
                            1,
                            1,
                            given -> given[0] == null
                                    ? null
                                    : SqlValues.number(given[0]).abs())),
            Map.entry("NVL", new Known(2, 2, SqlFunctions::firstKnown)),
            Map.entry("COALESCE", new Known(1, 20, SqlFunctions::firstKnown)),
            Map.entry("NULLIF", new Known(2, 2, SqlFunctions::nullIf)),
            Map.entry("UPPER", new Known(1, 1, given -> upper(given[0]))),
            Map.entry("LOWER", new Known(1, 1, given -> lower(given[0]))),
            Map.entry(
                    "TRIM",
                    new Known(
                            1,
                            1,
                            given -> given[0] == null
                                    ? null
                                    : SqlValues.text(given[0]).strip())),
            Map.entry("ROUND", new Known(1, 2, SqlFunctions::round)));

    static Function find(String name, int arguments) {
        Known known = FUNCTIONS.get(name);
        if (known == null || arguments < known.fewest() || arguments > known.most()) {
            throw Refusal.invalidParameter(
                    "Invalid search query. The function " + name + " with " + arguments + " arguments is not known.");
        }
        return known.function();
    }

    private static @Nullable Object toChar(@Nullable Object[] given) {
        Object value = given[0];
        if (value == null) {
            return null;
        }
        if (value instanceof SqlTime time) {
            Object format = given.length > 1 ? given[1] : SqlFormats.UNFORMATTED;
            return SqlFormats.format(time, format == null ? SqlFormats.UNFORMATTED : format.toString());
        }
        return SqlValues.text(value);
    }

    private static @Nullable Object toTime(@Nullable Object[] given) {
        Object text = given[0];
        Object format = given[1];
        return text == null || format == null ? null : SqlFormats.parse(text.toString(), format.toString());
    }

    private static @Nullable Object utc(@Nullable Object[] given) {
        if (given[0] == null) {
            return null;
        }
        if (given[0] instanceof SqlTime time) {
            return time.utc();
        }
        throw Refusal.invalidParameter("Invalid search query. SYS_EXTRACT_UTC takes a time.");
    }

    private static @Nullable Object firstKnown(@Nullable Object[] given) {
        for (Object value : given) {
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    private static @Nullable Object nullIf(@Nullable Object[] given) {
        Object value = given[0];
        Object other = given[1];
        return value != null && other != null && SqlValues.compare(value, other) == 0 ? null : value;
    }

    private static @Nullable Object upper(@Nullable Object value) {
        return value == null ? null : SqlValues.text(value).toUpperCase(Locale.ROOT);
    }

    private static @Nullable Object lower(@Nullable Object value) {
        return value == null ? null : SqlValues.text(value).toLowerCase(Locale.ROOT);
    }

    private static @Nullable Object round(@Nullable Object[] given) {
        Object value = given[0];
        if (value == null) {
            return null;
        }
        Object digits = given.length > 1 ? given[1] : BigDecimal.ZERO;
        int scale = digits == null ? 0 : SqlValues.number(digits).intValueExact();
        return SqlValues.number(value).setScale(scale, RoundingMode.HALF_UP);
    }
}
