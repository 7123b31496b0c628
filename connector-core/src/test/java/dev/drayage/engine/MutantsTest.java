package dev.drayage.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.testing.SingleTest;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each guarantee keeps a mutant: one change of the main sources that breaks it, beside the test that must notice. The
 * mutant is compiled apart and the test is run against it in a process of its own.
 */
class MutantsTest {
    private static final Path MUTANTS = Path.of("src/test/mutants");

    @TempDir
    Path work;

    @TestFactory
    Stream<DynamicTest> every_mutant_is_killed_by_the_test_that_it_names() throws IOException {
        List<Path> mutants;
        try (Stream<Path> files = Files.list(MUTANTS)) {
            mutants = files.sorted().toList();
        }
        for (int guarantee = 1; guarantee <= 12; guarantee++) {
            String prefix = "G" + guarantee + "-";
            assertThat(mutants).anyMatch(file -> file.getFileName().toString().startsWith(prefix));
        }
        Stream<DynamicTest> control = Stream.of(DynamicTest.dynamicTest("control", () -> control(mutants)));
        return Stream.concat(
                control,
                mutants.stream()
                        .map(file ->
                                DynamicTest.dynamicTest(file.getFileName().toString(), () -> kill(Mutant.read(file)))));
    }

    /** Without a mutant the same process passes, so what fails with one fails because of it. */
    private void control(List<Path> mutants) throws Exception {
        Set<String> tests = new LinkedHashSet<>();
        for (Path file : mutants) {
            tests.add(Mutant.read(file).test());
        }
        Path nothing = Files.createDirectories(work.resolve("nothing"));
        assertThat(exit(nothing, List.copyOf(tests)))
                .as(Files.readString(work.resolve("output.txt")))
                .isEqualTo(SingleTest.PASSED);
    }

    private void kill(Mutant mutant) throws Exception {
        Path changed = compile(mutant);
        assertThat(exit(changed, List.of(mutant.test())))
                .as(
                        "%s must notice the mutant (%s: it did not, %s: there is no such test)%n%s",
                        mutant.test(),
                        SingleTest.PASSED,
                        SingleTest.NOT_FOUND,
                        Files.readString(work.resolve("output.txt")))
                .isEqualTo(SingleTest.FAILED);
    }

    private Path compile(Mutant mutant) throws IOException {
        Path sources = Path.of("src/main/java");
        String original = Files.readString(sources.resolve(mutant.file()));
        assertThat(original.split(Pattern.quote(mutant.before()), -1))
                .as("the text to change stands exactly once in %s", mutant.file())
                .hasSize(2);
        Path source = work.resolve("src").resolve(mutant.file());
        Files.createDirectories(source.getParent());
        Files.writeString(source, original.replace(mutant.before(), mutant.after()));
        Path out = Files.createDirectories(work.resolve("out-" + mutant.name()));
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

    private int exit(Path changed, List<String> tests) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                changed + File.pathSeparator + String.join(File.pathSeparator, classPath()),
                SingleTest.class.getName()));
        command.addAll(tests);
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(work.resolve("output.txt").toFile())
                .start();
        if (!process.waitFor(2, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError(tests + " did not end; a test that hangs tells nobody what is wrong");
        }
        return process.exitValue();
    }

    private static Set<String> classPath() {
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

    /**
     * One change.
     *
     * @param name file name without its ending
     * @param test class and method of the test that must notice
     * @param file main source file below the source root
     * @param before text that stands there once
     * @param after text that stands there instead
     */
    private record Mutant(String name, String test, String file, String before, String after) {
        static Mutant read(Path file) throws IOException {
            String[] parts = Files.readString(file).split("(?m)^----$\\R?", -1);
            assertThat(parts)
                    .as("%s has a head, a text before and a text after", file)
                    .hasSize(3);
            String test = "";
            String source = "";
            for (String line : parts[0].split("\\R", -1)) {
                if (line.startsWith("test: ")) {
                    test = line.substring("test: ".length());
                } else if (line.startsWith("file: ")) {
                    source = line.substring("file: ".length());
                }
            }
            String name = file.getFileName().toString().replace(".mutant", "");
            return new Mutant(name, test, source, parts[1].strip(), parts[2].strip());
        }
    }
}
