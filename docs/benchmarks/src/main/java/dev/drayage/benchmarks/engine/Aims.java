package dev.drayage.benchmarks.engine;

import java.util.ArrayList;
import java.util.List;

/** What was aimed at beside what was reached, one row each; what is missed says so. Not thread-safe. */
final class Aims {
    private final List<String> rows = new ArrayList<>();

    /** A figure that is to be at least so high. */
    void atLeast(String what, double aim, double reached, String format) {
        row(what, "at least " + format.formatted(aim), format.formatted(reached), reached >= aim);
    }

    /** A figure that is to be at most so high. */
    void atMost(String what, double aim, double reached, String format) {
        row(what, "at most " + format.formatted(aim), format.formatted(reached), reached <= aim);
    }

    private void row(String what, String aim, String reached, boolean met) {
        rows.add("| %s | %s | %s | %s |".formatted(what, aim, reached, met ? "met" : "**missed**"));
    }

    String table() {
        return "| | aim | reached | |\n|---|---|---|---|\n" + String.join("\n", rows) + "\n";
    }
}
