package dev.drayage.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.testing.Apart;
import dev.drayage.testing.SingleTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each guarantee keeps a mutant: one change of the main sources that breaks it, beside the test that must notice. The
 * mutant is compiled apart, and the test is run against it with all classes of the project loaded anew.
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

    /** Without a mutant the same way passes, so what fails with one fails because of it. */
    private void control(List<Path> mutants) throws Exception {
        Set<String> tests = new LinkedHashSet<>();
        for (Path file : mutants) {
            tests.add(Mutant.read(file, "test").about());
        }
        SingleTest ended = run(List.of(), List.copyOf(tests));
        assertThat(ended.ending()).as("%s", ended).isEqualTo(SingleTest.Ending.PASSED);
    }

    private void kill(Mutant mutant) throws Exception {
        SingleTest ended = run(List.of(mutant.compile(work)), List.of(mutant.about()));
        assertThat(ended.ending())
                .as("%s must notice the mutant: %s", mutant.about(), ended)
                .isEqualTo(SingleTest.Ending.FAILED);
    }

    /** A test that hangs is interrupted, which is no failure of its own: it tells nobody what is wrong. */
    private static SingleTest run(List<Path> changed, List<String> tests) throws Exception {
        List<Path> places = new ArrayList<>(changed);
        Mutant.classPath().forEach(entry -> places.add(Path.of(entry)));
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try (Apart loader = new Apart(places, MutantsTest.class.getClassLoader())) {
            return thread.submit(() -> SingleTest.of(loader, tests)).get(2, TimeUnit.MINUTES);
        } catch (TimeoutException e) {
            throw new AssertionError(tests + " did not end; a test that hangs tells nobody what is wrong", e);
        } finally {
            thread.shutdownNow();
        }
    }
}
