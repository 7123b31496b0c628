package dev.drayage.benchmarks.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * The time of all processors of this machine since it started, in ticks, and how much of it the host of a virtual machine gave to somebody
 * else although there was work to do here: {@code steal} in Linux's {@code /proc/stat}. Zero where nobody tells.
 */
record HostTime(long stolen, long all) {
    private static final Path STAT = Path.of("/proc/stat");
    private static final int FIELDS =
            8; // user, nice, system, idle, iowait, irq, softirq, steal; what follows is counted in user

    static HostTime read() {
        if (!Files.isReadable(STAT)) {
            return new HostTime(0, 0);
        }
        try {
            return of(Files.readAllLines(STAT));
        } catch (IOException e) {
            return new HostTime(0, 0);
        }
    }

    private static HostTime of(List<String> lines) {
        long[] ticks = lines.stream()
                .filter(it -> it.startsWith("cpu "))
                .flatMap(it -> Arrays.stream(it.split(" +", -1)).skip(1).limit(FIELDS))
                .mapToLong(Long::parseLong)
                .toArray();
        return ticks.length < FIELDS
                ? new HostTime(0, 0)
                : new HostTime(ticks[FIELDS - 1], Arrays.stream(ticks).sum());
    }

    HostTime since(HostTime start) {
        return new HostTime(stolen - start.stolen, all - start.all);
    }

    /** The stolen share of all processors' time. */
    double share() {
        return all == 0 ? 0 : (double) stolen / all;
    }
}
