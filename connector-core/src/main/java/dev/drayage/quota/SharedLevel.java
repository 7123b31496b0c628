package dev.drayage.quota;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The level of one bucket as other processes may count on it. It is written ahead of what is spent, never more than the vendor
 * would still grant: who takes over starts from it, as if everything that was claimed had been spent, whether the process
 * before was killed, stopped or waits for its next run. A claim is what the bucket gains in {@link #AHEAD}; that much is lost
 * at most in a take-over. Its bucket's lock guards what is known; the memory is asked outside of it, by who holds the pen.
 */
final class SharedLevel {
    /** Seconds of refill that are claimed at once: a bucket that is used all the time is written so often. */
    private static final double AHEAD = 1;

    private final ReentrantLock pen = new ReentrantLock();
    private final QuotaMemory memory;
    private final String bucket;
    private final double planned;
    private boolean known;
    private Optional<String> text = Optional.empty();
    private @Nullable WrittenLevel written;

    /** A level that was not read yet, of a bucket that is planned to refill so fast. */
    SharedLevel(QuotaMemory memory, String bucket, double planned) {
        this.memory = memory;
        this.bucket = bucket;
        this.planned = planned;
    }

    /** One thread writes at a time. */
    ReentrantLock pen() {
        return pen;
    }

    /** Asks the memory. */
    Optional<String> read() {
        return memory.read(bucket);
    }

    /** Writes, unless another process did since {@code expected}. */
    boolean replace(Optional<String> expected, WrittenLevel next) {
        return memory.replace(bucket, expected, next.text());
    }

    /** Whether what is written was read. */
    boolean isKnown() {
        return known;
    }

    /** What must still stand there when the next level is written. */
    Optional<String> text() {
        return text;
    }

    /** What is written now. */
    void is(Optional<String> now, Instant at) {
        known = true;
        text = now;
        written = now.map(value -> WrittenLevel.parse(value, planned, at)).orElse(null);
    }

    /** The level that is left to us; without end if nothing was ever written. */
    double at(Instant now) {
        return written == null ? Double.POSITIVE_INFINITY : written.at(now);
    }

    /**
     * Whether a bucket of {@code size}, which refills by {@code perSecond} today, may fall to {@code level} while what is written
     * stands. What is written refills as fast as the bucket does here: at the rate of its day it would fall behind a bucket that
     * learnt a higher one, cover everything, and nobody would notice who else wrote.
     */
    boolean covers(double level, double size, double perSecond, Instant now) {
        return written != null && level >= Math.min(size, written.at(now, Math.max(perSecond, written.perSecond())));
    }

    /** What is to be written before the bucket falls to {@code level}. */
    static WrittenLevel ahead(double level, double size, double perSecond, Instant now) {
        return new WrittenLevel(level - Math.min(AHEAD * perSecond, size), now, perSecond);
    }
}
