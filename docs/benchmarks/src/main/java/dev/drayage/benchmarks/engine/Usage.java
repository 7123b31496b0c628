package dev.drayage.benchmarks.engine;

import java.util.Map;

/** What a contender used, by task. */
record Usage(Map<Contender.Task, Meter> byTask) {
    Meter of(Contender.Task task) {
        Meter meter = byTask.get(task);
        if (meter == null) {
            throw new IllegalStateException("nobody measured " + task);
        }
        return meter;
    }
}
