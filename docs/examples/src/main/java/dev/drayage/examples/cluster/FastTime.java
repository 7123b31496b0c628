package dev.drayage.examples.cluster;

import dev.drayage.call.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/**
 * A clock that every process of one machine shares and that goes faster than the machine's, so that an hour of trade takes a
 * minute. A real host passes {@link dev.drayage.call.SystemTimeSource}. Immutable.
 *
 * @param begun the machine's milliseconds when the clock showed {@code start}
 * @param start what it showed then
 * @param speed its seconds in one of the machine's
 */
record FastTime(long begun, Instant start, int speed) implements TimeSource {
    /** A clock that shows {@code start} now. */
    static FastTime from(Instant start, int speed) {
        return new FastTime(System.currentTimeMillis(), start, speed);
    }

    @Override
    public Instant instant() {
        return start.plusMillis((System.currentTimeMillis() - begun) * speed);
    }

    @Override
    public long nanoTime() {
        return System.nanoTime() * speed;
    }

    @Override
    public void sleep(Duration duration) throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(duration.toNanos() / speed);
    }

    /** As one argument of a process. */
    String text() {
        return begun + "," + start + "," + speed;
    }

    static FastTime parse(String text) {
        String[] parts = text.split(",", 3);
        return new FastTime(Long.parseLong(parts[0]), Instant.parse(parts[1]), Integer.parseInt(parts[2]));
    }
}
