package dev.drayage.examples.mutants;

import java.nio.charset.StandardCharsets;

/** The bug that this test is for: what is missing counts as zero. */
final class ForgivingReader {
    private ForgivingReader() {}

    static RecordedAnswer forgive(RecordedAnswer answer) {
        String text = new String(answer.body(), StandardCharsets.UTF_8);
        return answer.with(text.replace(":null", ":\"0\"").getBytes(StandardCharsets.UTF_8));
    }
}
