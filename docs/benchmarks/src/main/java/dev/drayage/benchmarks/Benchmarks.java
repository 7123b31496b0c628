package dev.drayage.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Measures what the property {@code bench} names and writes it to the page that the property {@code page} names. */
public final class Benchmarks {
    private static final Map<String, Section> SECTIONS = new LinkedHashMap<>();

    static {
        SECTIONS.put("engine", new dev.drayage.benchmarks.engine.EngineSection());
        SECTIONS.put("quota", new dev.drayage.benchmarks.quota.QuotaSection());
        SECTIONS.put("parts", new dev.drayage.benchmarks.parts.PartsSection());
    }

    private Benchmarks() {}

    /** Runs the sections; the last line of each is printed at the end. */
    public static void main(String[] args) throws IOException, InterruptedException {
        Page page = new Page(Path.of(System.getProperty("page", "docs/performance.md")));
        List<String> lastLines = new ArrayList<>();
        for (String name : System.getProperty("bench", "engine").split(",", -1)) {
            Section section = SECTIONS.get(name);
            if (section == null) {
                throw new IllegalArgumentException("no measurement is called " + name + ": " + SECTIONS.keySet());
            }
            Section.Result result = section.measure();
            page.rewrite(name, result.markdown());
            lastLines.add(result.lastLine());
        }
        lastLines.forEach(System.out::println);
    }
}
