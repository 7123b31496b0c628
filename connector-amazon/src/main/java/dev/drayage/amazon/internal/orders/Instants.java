package dev.drayage.amazon.internal.orders;

import dev.drayage.error.ErrorCode;
import dev.drayage.internal.json.JsonValue;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/**
 * Instants as Amazon writes and takes them. Seen in its own sandbox: with and without milliseconds, {@code +00:00} for
 * {@code Z}, a blank for the {@code T}, a bare day, and seconds since 1970 with an exponent. What has no zone is UTC.
 * Stateless.
 */
public final class Instants {
    private static final DateTimeFormatter SENT = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private Instants() {}

    /** UTC with milliseconds, later digits cut. */
    public static String text(Instant instant) {
        return SENT.format(instant);
    }

    /** The instant of a member; empty if it is absent, blank or cannot be read. */
    static Optional<Instant> find(JsonValue json, String name) {
        return Words.word(json, name).flatMap(Instants::parse);
    }

    static Instant required(JsonValue json, String name) throws UnreadableOrder {
        return find(json, name)
                .orElseThrow(() ->
                        new UnreadableOrder(ErrorCode.RECORD_UNREADABLE, "no instant can be read at " + json.at(name)));
    }

    /** The instant that a text means, if it means one. */
    static Optional<Instant> parse(String text) {
        String iso =
                text.length() > 10 && text.charAt(10) == ' ' ? text.substring(0, 10) + "T" + text.substring(11) : text;
        try {
            if (iso.indexOf('-') != 4) {
                BigDecimal seconds = new BigDecimal(iso);
                if (seconds.precision() - seconds.scale() > 12 || seconds.scale() > 20) {
                    return Optional.empty();
                }
                return Optional.of(Instant.ofEpochMilli(
                        seconds.movePointRight(3).toBigInteger().longValueExact()));
            }
            if (iso.indexOf('T') < 0) {
                return Optional.of(
                        LocalDate.parse(iso).atStartOfDay(ZoneOffset.UTC).toInstant());
            }
            String time = iso.substring(iso.indexOf('T'));
            boolean zoned = time.endsWith("Z") || time.indexOf('+') > 0 || time.indexOf('-') > 0;
            return Optional.of(
                    zoned
                            ? OffsetDateTime.parse(iso).toInstant()
                            : LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException | ArithmeticException | NumberFormatException e) {
            return Optional.empty();
        }
    }
}
