package dev.drayage.benchmarks;

import java.io.IOException;

/** One measurement: what it found, as text for the page, and its last line for the console. */
public interface Section {
    /** What was measured. */
    record Result(String markdown, String lastLine) {}

    /** Measures; takes minutes. */
    Result measure() throws IOException, InterruptedException;
}
