package dev.drayage.benchmarks.engine;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;

/**
 * Reads what this process has used so far: wall clock, processor time of all its threads (garbage collector and compiler
 * included) and bytes allocated by the threads that live.
 */
record Meter(long nanos, long cpuNanos, long allocated) {
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    static Meter read() {
        long bytes = Arrays.stream(THREADS.getThreadAllocatedBytes(THREADS.getAllThreadIds()))
                .filter(it -> it > 0)
                .sum();
        return new Meter(System.nanoTime(), SYSTEM.getProcessCpuTime(), bytes);
    }

    /** What was used since then. */
    Meter since(Meter start) {
        return new Meter(nanos - start.nanos, cpuNanos - start.cpuNanos, allocated - start.allocated);
    }
}
