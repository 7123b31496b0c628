package dev.drayage.benchmarks.engine;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;

/**
 * Reads what this process has used so far: wall clock, processor time of all its threads (garbage collector and compiler
 * included) and bytes allocated by the threads that live; beside it, what the machine lost to its host.
 */
record Meter(long nanos, long cpuNanos, long allocated, HostTime host) {
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    static Meter read() {
        long bytes = Arrays.stream(THREADS.getThreadAllocatedBytes(THREADS.getAllThreadIds()))
                .filter(it -> it > 0)
                .sum();
        return new Meter(System.nanoTime(), SYSTEM.getProcessCpuTime(), bytes, HostTime.read());
    }

    /** What was used since then. */
    Meter since(Meter start) {
        return new Meter(
                nanos - start.nanos, cpuNanos - start.cpuNanos, allocated - start.allocated, host.since(start.host));
    }

    /** The figures in a line of text; {@link #parse} reads it. */
    String figures() {
        return "%d %d %d %d %d".formatted(nanos, cpuNanos, allocated, host.stolen(), host.all());
    }

    static Meter parse(String figures) {
        long[] values =
                Arrays.stream(figures.split(" ", -1)).mapToLong(Long::parseLong).toArray();
        return new Meter(values[0], values[1], values[2], new HostTime(values[3], values[4]));
    }
}
