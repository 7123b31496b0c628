package dev.drayage.simulation;

import java.util.StringJoiner;

/** What happened, in a digest of all of it and the last events in words. Used by whoever has the turn. */
final class Trace {
    private static final double NANOS = 1e9;

    private final int kept;
    private final String[] words;
    private final String[] details;
    private final String[] actors;
    private final long[] times;
    private long count;
    private long digest = 17;
    private boolean closed;

    /** A trace that keeps so many events in words. */
    Trace(int kept) {
        this.kept = kept;
        this.words = new String[kept];
        this.details = new String[kept];
        this.actors = new String[kept];
        this.times = new long[kept];
    }

    /** Something happened to somebody; after a violation nothing is kept. */
    void add(long now, String actor, String word, String detail) {
        digest = ((digest * 31 + now) * 31 + actor.hashCode()) * 31 + word.hashCode();
        digest = digest * 31 + detail.hashCode();
        if (!closed && kept > 0) {
            int at = (int) (count++ % kept);
            times[at] = now;
            actors[at] = actor;
            words[at] = word;
            details[at] = detail;
        }
    }

    /** What comes now only enters the digest. */
    void close() {
        closed = true;
    }

    /** The same for the same seed, on every machine. */
    long digest() {
        return digest;
    }

    /** The last events, one line each. */
    String last() {
        StringJoiner lines = new StringJoiner("\n");
        for (long i = Math.max(0, count - kept); i < count; i++) {
            int at = (int) (i % kept);
            lines.add(String.format("  %8.3fs %-10s %-24s %s", times[at] / NANOS, actors[at], words[at], details[at]));
        }
        return lines.toString();
    }
}
