package dev.drayage.testkit.netsuite;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Date formats of the query dialect, such as {@code YYYY-MM-DD"T"HH24:MI:SS}. Thread-safe. */
final class SqlFormats {
    /** What a date looks like when the query does not say: the account's preference, without the time of day. */
    static final String UNFORMATTED = "MM/DD/YYYY";

    private static final Map<String, DateTimeFormatter> KNOWN = new ConcurrentHashMap<>();
    private static final Map<String, String> PARTS = new LinkedHashMap<>();

    static {
        PARTS.put("YYYY", "uuuu");
        PARTS.put("HH24", "HH");
        PARTS.put("FF3", "SSS");
        PARTS.put("YY", "uu");
        PARTS.put("MM", "MM");
        PARTS.put("DD", "dd");
        PARTS.put("MI", "mm");
        PARTS.put("SS", "ss");
    }

    private SqlFormats() {}

    static String format(SqlTime time, String format) {
        return formatter(format).format(time.wall());
    }

    static SqlTime parse(String text, String format) {
        try {
            return SqlTime.parsed(LocalDateTime.parse(text, formatter(format)));
        } catch (DateTimeException e) {
            throw Refusal.invalidParameter(
                    "Invalid search query. The date '" + text + "' does not match the format " + format + ".");
        }
    }

    private static DateTimeFormatter formatter(String format) {
        return KNOWN.computeIfAbsent(format, SqlFormats::compile);
    }

    private static DateTimeFormatter compile(String format) {
        DateTimeFormatterBuilder builder = new DateTimeFormatterBuilder();
        int at = 0;
        while (at < format.length()) {
            String rest = format.substring(at);
            if (rest.charAt(0) == '"') {
                int end = rest.indexOf('"', 1);
                if (end < 0) {
                    throw unknown(format);
                }
                builder.appendLiteral(rest.substring(1, end));
                at += end + 1;
                continue;
            }
            String upper = rest.toUpperCase(Locale.ROOT);
            String part = PARTS.keySet().stream()
                    .filter(upper::startsWith)
                    .findFirst()
                    .orElse("");
            if (part.isEmpty()) {
                if (Character.isLetter(rest.charAt(0))) {
                    throw unknown(format);
                }
                builder.appendLiteral(rest.charAt(0));
                at++;
            } else {
                builder.appendPattern(PARTS.getOrDefault(part, ""));
                at += part.length();
            }
        }
        String upper = format.toUpperCase(Locale.ROOT);
        defaultTo(builder, upper, "HH24", ChronoField.HOUR_OF_DAY);
        defaultTo(builder, upper, "MI", ChronoField.MINUTE_OF_HOUR);
        defaultTo(builder, upper, "SS", ChronoField.SECOND_OF_MINUTE);
        return builder.toFormatter(Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    }

    private static void defaultTo(DateTimeFormatterBuilder builder, String format, String part, ChronoField field) {
        if (!format.contains(part)) {
            builder.parseDefaulting(field, 0);
        }
    }

    private static Refusal unknown(String format) {
        return Refusal.invalidParameter("Invalid search query. The date format " + format + " is not known.");
    }
}
