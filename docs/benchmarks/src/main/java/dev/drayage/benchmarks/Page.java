package dev.drayage.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The page of measured figures: each measurement rewrites its own section, between two comments that name it. */
final class Page {
    private final Path file;

    Page(Path file) {
        this.file = file;
    }

    /** Puts new text into a section. */
    void rewrite(String section, String markdown) {
        try {
            String page = Files.readString(file);
            String begin = "<!-- measured: " + section + " -->\n";
            String end = "<!-- end of " + section + " -->";
            int from = page.indexOf(begin);
            int to = page.indexOf(end);
            if (from < 0 || to < from) {
                throw new IllegalStateException(file + " has no section " + section);
            }
            Files.writeString(
                    file, page.substring(0, from + begin.length()) + markdown.strip() + "\n" + page.substring(to));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
