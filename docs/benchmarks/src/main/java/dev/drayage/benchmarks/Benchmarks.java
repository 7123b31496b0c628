package dev.drayage.benchmarks;

import dev.drayage.benchmarks.engine.EngineSection;
import dev.drayage.benchmarks.parts.PartsSection;
import dev.drayage.benchmarks.quota.QuotaSection;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Measures what the property {@code bench} names and writes it to the page that the property {@code page} names. */
public final class Benchmarks {
    private static final Map<String, Supplier<Section>> SECTIONS =
            Map.of("engine", EngineSection::new, "quota", QuotaSection::new, "parts", PartsSection::new);

    private Benchmarks() {}

    /** Runs the sections; the last line of each is printed at the end. */
    public static void main(String[] args) throws IOException, InterruptedException {
        Page page = new Page(Path.of(System.getProperty("page", "docs/performance.md")));
        List<String> lastLines = new ArrayList<>();
        for (String name : System.getProperty("bench", "engine").split(",", -1)) {
            Supplier<Section> section = SECTIONS.get(name);
            if (section == null) {
                throw new IllegalArgumentException("no measurement is called " + name + ": " + SECTIONS.keySet());
            }
            Section.Result result = section.get().measure();
            page.rewrite(name, result.markdown());
            lastLines.add(result.lastLine());
        }
        lastLines.forEach(System.out::println);
    }
}
