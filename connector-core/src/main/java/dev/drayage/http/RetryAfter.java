package dev.drayage.http;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Reads {@code Retry-After}: seconds, also with decimals, or a date of RFC 9110. Stateless. */
final class RetryAfter {
    private static final double LONGEST_SECONDS = Duration.ofDays(1).toSeconds();

    private RetryAfter() {}

    /** The pause that an answer asks for; what cannot be read counts as absent. */
    static Optional<Duration> of(ApiResponse answer, Instant now) {
        return answer.header("Retry-After").flatMap(text -> parse(text.strip(), now));
    }

    private static Optional<Duration> parse(String text, Instant now) {
        try {
            double seconds = Double.parseDouble(text);
            return seconds >= 0
                    ? Optional.of(Duration.ofNanos((long) (Math.min(seconds, LONGEST_SECONDS) * 1e9)))
                    : Optional.empty();
        } catch (NumberFormatException e) {
            return date(text, now);
        }
    }

    private static Optional<Duration> date(String text, Instant now) {
        try {
            Instant then = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return Optional.of(then.isAfter(now) ? Duration.between(now, then) : Duration.ZERO);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
