package dev.drayage.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.engine.Mutant;
import dev.drayage.testing.Apart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Bugs that engines of this kind have, each planted by one change of the sources: the simulation finds every one of them within few
 * seeds, or it would prove nothing. The engine and the simulation are loaded anew for each, and once without a bug: then no seed may
 * find anything, or what finds the bugs would be the loading.
 *
 * <p>A bug's file names a seed that found it: if it still does, the others are not played. If it does not, a change of the engine or
 * of the simulation has moved it; the seed that is printed then belongs there.
 */
class PlantedBugsTest {
    private static final Path PLANTED = Path.of("src/test/planted");
    private static final long SEEDS = 200;
    private static final long SEEDS_WITHOUT_A_BUG = 50;

    @TempDir
    Path work;

    @TestFactory
    Stream<DynamicTest> every_planted_bug_is_found() throws IOException {
        List<Path> files;
        try (Stream<Path> listed = Files.list(PLANTED)) {
            files = listed.sorted().toList();
        }
        assertThat(files).hasSizeGreaterThanOrEqualTo(12);
        Stream<DynamicTest> control = Stream.of(DynamicTest.dynamicTest("control", () -> control(files.get(0))));
        return Stream.concat(
                control,
                files.stream()
                        .map(file -> DynamicTest.dynamicTest(
                                file.getFileName().toString(), () -> find(Mutant.read(file, "bug"), knownSeed(file)))));
    }

    /** The same way with the source as it is. */
    private void control(Path file) throws Exception {
        Mutant bug = Mutant.read(file, "bug");
        Mutant none = new Mutant("control", "no bug", bug.file(), bug.before(), bug.before());
        assertThat(firstFound(none, 1, SEEDS_WITHOUT_A_BUG)).isEmpty();
    }

    private static long knownSeed(Path file) throws IOException {
        long seed = Long.parseLong(Mutant.line(file, "seed"));
        assertThat(seed).as("the seed of %s", file).isBetween(1L, SEEDS);
        return seed;
    }

    private void find(Mutant bug, long knownSeed) throws Exception {
        String found = firstFound(bug, knownSeed, 1);
        if (found.isEmpty()) {
            found = firstFound(bug, 1, SEEDS);
        }
        System.out.printf("planted: %-30s found by seed %.120s%n", bug.name(), found);
        assertThat(found).as("%s: %s seeds do not find it", bug.about(), SEEDS).isNotEmpty();
    }

    /** The first of so many seeds that finds something in the sources with this change, and what; empty if none does. */
    private String firstFound(Mutant bug, long from, long seeds) throws Exception {
        List<Path> places = new ArrayList<>();
        places.add(bug.compile(work));
        Mutant.classPath().forEach(entry -> places.add(Path.of(entry)));
        try (Apart loader = new Apart(places, PlantedBugsTest.class.getClassLoader())) {
            return (String) loader.loadClass(Seeds.class.getName())
                    .getMethod("first", long.class, long.class)
                    .invoke(null, from, seeds);
        }
    }
}
