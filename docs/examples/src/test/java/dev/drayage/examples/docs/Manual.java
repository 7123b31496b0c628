package dev.drayage.examples.docs;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The pages of the manual, and the tagged regions of the sources beside this class. Reads anew each time. */
final class Manual {
    private static final String SOURCES = "docs/examples/src/test/java/dev/drayage/examples/docs";

    private Manual() {}

    /** Whether pages are written instead of compared: {@code -Ddocs.write=true}. */
    static boolean write() {
        return Boolean.getBoolean("docs.write");
    }

    /** The root of the repository, above the folder in which the test runs. */
    static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.isDirectory(folder.resolve("docs/examples"))) {
            folder = folder.getParent();
        }
        if (folder == null) {
            throw new IllegalStateException("no folder above holds docs/examples");
        }
        return folder;
    }

    /** README, CONTRIBUTING and their like, and the guides; not the decision records. */
    static List<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>();
        for (Path folder : List.of(root(), root().resolve("docs"))) {
            try (Stream<Path> files = Files.list(folder)) {
                files.filter(file -> file.toString().endsWith(".md")).sorted().forEach(pages::add);
            }
        }
        return pages;
    }

    static String read(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8);
    }

    /**
     * A tagged region.
     *
     * @param source the file that it stands in, with everything that it needs
     * @param text the region without its common indentation
     */
    record Snippet(Path source, String text) {}

    /** The regions between {@code tag::name[]} and {@code end::name[]}. */
    static Map<String, Snippet> snippets() throws IOException {
        Map<String, Snippet> snippets = new LinkedHashMap<>();
        List<Path> sources;
        try (Stream<Path> files = Files.walk(root().resolve(SOURCES))) {
            sources = files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        }
        for (Path source : sources) {
            Map<String, List<String>> open = new LinkedHashMap<>();
            for (String line : Files.readAllLines(source, StandardCharsets.UTF_8)) {
                String text = line.strip();
                if (text.startsWith("// tag::")) {
                    open.put(text.substring("// tag::".length(), text.length() - 2), new ArrayList<>());
                } else if (text.startsWith("// end::")) {
                    String name = text.substring("// end::".length(), text.length() - 2);
                    List<String> lines = open.remove(name);
                    if (lines == null || snippets.put(name, new Snippet(source, dedented(lines))) != null) {
                        throw new IllegalStateException("region " + name + " of " + source + " is not opened once");
                    }
                } else {
                    open.values().forEach(lines -> lines.add(line));
                }
            }
            if (!open.isEmpty()) {
                throw new IllegalStateException("regions " + open.keySet() + " of " + source + " are not closed");
            }
        }
        return snippets;
    }

    private static String dedented(List<String> lines) {
        return String.join("\n", lines).stripIndent().strip() + "\n";
    }
}
