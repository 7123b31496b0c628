package dev.drayage.engine.internal.news;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.atomic.AtomicLong;

/** Names runs for logs and listeners: the second in which one began, in UTC, and its number in this engine. Thread-safe. */
public final class RunNames {
    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final AtomicLong number = new AtomicLong();

    public String next(Instant startedAt) {
        return SECOND.format(startedAt) + "-" + number.incrementAndGet();
    }
}
