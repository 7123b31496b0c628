package dev.drayage.testing.quota;

import dev.drayage.call.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;

/** A clock with a diary: whoever sleeps lets everything happen that is due meanwhile. Single-threaded. */
public final class SimulatedTime implements TimeSource {
    private static final Instant START = Instant.parse("2026-11-20T00:00:00Z");

    private record Entry(long at, long number, Runnable event) {}

    private final PriorityQueue<Entry> diary =
            new PriorityQueue<>(Comparator.comparingLong(Entry::at).thenComparingLong(Entry::number));
    private long now;
    private long number;

    @Override
    public Instant instant() {
        return START.plusNanos(now);
    }

    @Override
    public long nanoTime() {
        return now;
    }

    @Override
    public void sleep(Duration duration) {
        long until = now + duration.toNanos();
        while (!diary.isEmpty() && diary.element().at() <= until) {
            runNext();
        }
        now = until;
    }

    /** Seconds since it began. */
    public double seconds() {
        return now / 1e9;
    }

    /** Notes something for later. */
    public void in(double seconds, Runnable event) {
        diary.add(new Entry(now + (long) (seconds * 1e9), number++, event));
    }

    /** Whether nothing is to come. */
    public boolean isQuiet() {
        return diary.isEmpty();
    }

    /** Lets the next thing happen, and the clock show its time. */
    public void runNext() {
        Entry next = diary.remove();
        now = Math.max(now, next.at());
        next.event().run();
    }
}
