package dev.drayage.threepl.internal.csv;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How a partner writes numbers, days and times; never by the machine's locale or zone. Immutable.
 *
 * <p>Numbers are digits with at most one decimal separator: no sign, exponent, blank or thousands separator. A time without an
 * offset is meant in the partner's zone.
 */
public final class Notation {
    private static final LocalDate SAMPLE = LocalDate.of(2026, 11, 23);

    private final char decimal;
    private final Pattern number;
    private final DateTimeFormatter days;
    private final DateTimeFormatter times;
    private final ZoneId zone;

    /**
     * A notation.
     *
     * @param decimal between the whole units and the rest
     * @param dayPattern of {@link DateTimeFormatter}; empty for ISO 8601
     * @param timePattern of a day with its time; empty for ISO 8601 with an offset
     * @param zone of days and of times without an offset
     */
    public Notation(char decimal, Optional<String> dayPattern, Optional<String> timePattern, ZoneId zone) {
        this.decimal = decimal;
        this.number = Pattern.compile("[0-9]{1,9}(" + Pattern.quote(String.valueOf(decimal)) + "[0-9]{1,6})?");
        this.days = dayPattern.map(Notation::formatter).orElse(DateTimeFormatter.ISO_LOCAL_DATE);
        this.times = timePattern.map(Notation::formatter).orElse(DateTimeFormatter.ISO_DATE_TIME);
        this.zone = zone;
    }

    /** Whether a pattern can tell one day from every other, in both directions. */
    public static boolean tellsDays(String pattern) {
        try {
            DateTimeFormatter formatter = formatter(pattern);
            return LocalDate.parse(formatter.format(SAMPLE), formatter).equals(SAMPLE);
        } catch (IllegalArgumentException | DateTimeException e) {
            return false;
        }
    }

    /** Whether a pattern can tell one minute from every other. */
    public static boolean tellsTimes(String pattern) {
        try {
            DateTimeFormatter formatter = formatter(pattern);
            LocalDateTime sample = SAMPLE.atTime(17, 45);
            String text = formatter.format(sample.atZone(ZoneId.of("UTC")));
            return LocalDateTime.parse(text, formatter).equals(sample);
        } catch (IllegalArgumentException | DateTimeException e) {
            return false;
        }
    }

    /** A strict formatter has to be told years and not years of an era. */
    private static DateTimeFormatter formatter(String pattern) {
        StringBuilder years = new StringBuilder();
        boolean literal = false;
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            literal ^= c == '\'';
            years.append(c == 'y' && !literal ? 'u' : c);
        }
        return DateTimeFormatter.ofPattern(years.toString(), Locale.ENGLISH).withResolverStyle(ResolverStyle.STRICT);
    }

    /** A number; empty if the text is none. */
    Optional<BigDecimal> number(String text) {
        return number.matcher(text).matches()
                ? Optional.of(new BigDecimal(text.replace(decimal, '.')))
                : Optional.empty();
    }

    /** What a number must look like, for messages. */
    String numbers() {
        return decimal == '.' ? "a decimal point" : "a decimal comma";
    }

    /** A day; empty if the text is none. */
    Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text, days));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** A time; empty if the text is none. */
    Optional<Instant> time(String text) {
        try {
            TemporalAccessor time = times.parseBest(text, ZonedDateTime::from, LocalDateTime::from);
            return Optional.of(
                    time instanceof ZonedDateTime zoned
                            ? zoned.toInstant()
                            : LocalDateTime.from(time).atZone(zone).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Noon of a day. */
    Instant noon(LocalDate day) {
        return day.atTime(LocalTime.NOON).atZone(zone).toInstant();
    }

    /** A number as the partner reads it. */
    String write(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString().replace('.', decimal);
    }

    /** A day as the partner reads it. */
    String write(LocalDate day) {
        return days.format(day);
    }

    /** The day of an instant as the partner reads it. */
    String writeDay(Instant instant) {
        return write(instant.atZone(zone).toLocalDate());
    }
}
