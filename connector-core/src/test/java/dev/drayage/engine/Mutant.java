package dev.drayage.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * One change of the main sources, read from a file: a head, a text that stands there once, and the text that stands there instead.
 *
 * @param name file name without its ending
 * @param about what the head says: class and method of the test that must notice, or the bug in words
 * @param file main source file below the source root
 * @param before text that stands there once
 * @param after text that stands there instead
 */
public record Mutant(String name, String about, String file, String before, String after) {
    private static final Path SOURCES = Path.of("src/main/java");

    /** Reads a file whose head has a line {@code key: ...} and a line {@code file: ...}. */
    public static Mutant read(Path file, String key) throws IOException {
        String[] parts = Files.readString(file).split("(?m)^----$\\R?", -1);
        assertThat(parts)
                .as("%s has a head, a text before and a text after", file)
                .hasSize(3);
        String name = file.getFileName().toString();
        return new Mutant(
                name.substring(0, name.lastIndexOf('.')),
                line(parts[0], key),
                line(parts[0], "file"),
                parts[1].strip(),
                parts[2].strip());
    }

    /** What the line {@code key: ...} of a file's head says; empty if there is none. */
    public static String line(Path file, String key) throws IOException {
        return line(Files.readString(file).split("(?m)^----$", 2)[0], key);
    }

    private static String line(String head, String key) {
        return head.lines()
                .filter(line -> line.startsWith(key + ": "))
                .map(line -> line.substring(key.length() + 2))
                .findFirst()
                .orElse("");
    }

    /** Compiles the changed file apart, below {@code work}; returns the folder of its classes. */
    public Path compile(Path work) throws IOException {
        String original = Files.readString(SOURCES.resolve(file));
        assertThat(original.split(Pattern.quote(before), -1))
                .as("the text to change stands exactly once in %s", file)
                .hasSize(2);
        Path source = work.resolve("src").resolve(file);
        Files.createDirectories(source.getParent());
        Files.writeString(source, original.replace(before, after));
        Path out = Files.createDirectories(work.resolve("out-" + name));
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            boolean compiled = compiler.getTask(
                            messages,
                            files,
                            null,
                            List.of(
                                    "-proc:none",
                                    "-nowarn",
                                    "-d",
                                    out.toString(),
                                    "-classpath",
                                    String.join(File.pathSeparator, classPath())),
                            null,
                            files.getJavaFileObjects(source))
                    .call();
            assertThat(compiled).as(messages.toString()).isTrue();
        }
        return out;
    }

    /** Where everything stands that a test needs. */
    public static Set<String> classPath() {
        Set<String> entries = new LinkedHashSet<>();
        entries.add(Path.of("target/classes").toAbsolutePath().toString());
        entries.add(Path.of("target/test-classes").toAbsolutePath().toString());
        for (String property : List.of("jdk.module.path", "java.class.path", "surefire.test.class.path")) {
            for (String entry : System.getProperty(property, "").split(File.pathSeparator, -1)) {
                if (!entry.isEmpty() && Files.exists(Path.of(entry))) {
                    entries.add(entry);
                }
            }
        }
        return entries;
    }
}
