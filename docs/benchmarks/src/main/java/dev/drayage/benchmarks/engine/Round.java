package dev.drayage.benchmarks.engine;

import java.util.EnumMap;
import java.util.Map;

/** What each contender used in one round, in which they ran one after the other. Not thread-safe. */
final class Round {
    private final Map<Kind, Meter> used = new EnumMap<>(Kind.class);

    void add(Kind kind, Meter meter) {
        used.put(kind, meter);
    }

    Meter of(Kind kind) {
        Meter meter = used.get(kind);
        if (meter == null) {
            throw new IllegalStateException(kind + " took no part");
        }
        return meter;
    }

    /** The throughput beside that of the bare loop. */
    double pace(Kind kind) {
        return (double) of(Kind.BARE).nanos() / of(kind).nanos();
    }

    /** The processor time beside that of the bare loop. */
    double processor(Kind kind) {
        return (double) of(kind).cpuNanos() / of(Kind.BARE).cpuNanos();
    }

    /** The most that the host took of a contender's time, as a share. */
    double stolen() {
        return used.values().stream()
                .mapToDouble(meter -> meter.host().share())
                .max()
                .orElse(0);
    }
}
