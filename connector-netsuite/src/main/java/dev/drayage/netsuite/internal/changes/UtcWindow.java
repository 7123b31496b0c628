package dev.drayage.netsuite.internal.changes;

import dev.drayage.spi.Slice;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/**
 * A window as four bound texts: first widened by a day on both sides, for the index on a column whose session zone nobody
 * knows, then exact in UTC. Immutable.
 *
 * @param from first instant, cut down to the second
 * @param to first instant that does not belong to it, cut up to the second
 */
public record UtcWindow(Instant from, Instant to) {
    private static final Duration WIDER = Duration.ofDays(1);
    private static final DateTimeFormatter TEXT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** The window of a slice. */
    public static UtcWindow of(Slice.Window window) {
        Instant to = window.to().truncatedTo(ChronoUnit.SECONDS);
        return new UtcWindow(
                window.from().truncatedTo(ChronoUnit.SECONDS), to.equals(window.to()) ? to : to.plusSeconds(1));
    }

    /** Wide from, wide to, exact from, exact to. */
    public List<String> bounds() {
        return List.of(TEXT.format(from.minus(WIDER)), TEXT.format(to.plus(WIDER)), TEXT.format(from), TEXT.format(to));
    }
}
