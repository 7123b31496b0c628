package dev.drayage.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.testing.SingleTest;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
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
                        .map(file -> DynamicTest.dynamicTest(
                                file.getFileName().toString(), () -> kill(Mutant.read(file, "test")))));
    }

    /** Without a mutant the same process passes, so what fails with one fails because of it. */
    private void control(List<Path> mutants) throws Exception {
        Set<String> tests = new LinkedHashSet<>();
        for (Path file : mutants) {
            tests.add(Mutant.read(file, "test").about());
        }
        Path nothing = Files.createDirectories(work.resolve("nothing"));
        assertThat(exit(nothing, List.copyOf(tests)))
                .as(Files.readString(work.resolve("output.txt")))
                .isEqualTo(SingleTest.PASSED);
    }

    private void kill(Mutant mutant) throws Exception {
        Path changed = mutant.compile(work);
        assertThat(exit(changed, List.of(mutant.about())))
                .as(
                        "%s must notice the mutant (%s: it did not, %s: there is no such test)%n%s",
                        mutant.about(),
                        SingleTest.PASSED,
                        SingleTest.NOT_FOUND,
                        Files.readString(work.resolve("output.txt")))
                .isEqualTo(SingleTest.FAILED);
    }

    private int exit(Path changed, List<String> tests) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                changed + File.pathSeparator + String.join(File.pathSeparator, Mutant.classPath()),
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
}
