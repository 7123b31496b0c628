package dev.drayage.benchmarks;

import java.time.LocalDate;
import java.time.ZoneOffset;

/** Where and when something was measured, in a sentence. */
public final class Machine {
    private Machine() {}

    /** The sentence. */
    public static String describe() {
        return "%d cores, %s %s, Java %s, %s"
                .formatted(
                        Runtime.getRuntime().availableProcessors(),
                        System.getProperty("os.name"),
                        System.getProperty("os.arch"),
                        System.getProperty("java.version"),
                        LocalDate.now(ZoneOffset.UTC));
    }
}
