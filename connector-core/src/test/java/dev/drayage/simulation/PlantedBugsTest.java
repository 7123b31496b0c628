package dev.drayage.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.engine.Mutant;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
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
 * seeds, or it would prove nothing. The engine and the simulation are loaded anew for each.
 */
class PlantedBugsTest {
    private static final Path PLANTED = Path.of("src/test/planted");
    private static final long SEEDS = 200;

    @TempDir
    Path work;

    @TestFactory
    Stream<DynamicTest> every_planted_bug_is_found() throws IOException {
        List<Path> files;
        try (Stream<Path> listed = Files.list(PLANTED)) {
            files = listed.sorted().toList();
        }
        assertThat(files).hasSizeGreaterThanOrEqualTo(12);
        return files.stream()
                .map(file ->
                        DynamicTest.dynamicTest(file.getFileName().toString(), () -> find(Mutant.read(file, "bug"))));
    }

    private void find(Mutant bug) throws Exception {
        List<URL> places = new ArrayList<>();
        places.add(url(bug.compile(work)));
        for (String entry : Mutant.classPath()) {
            places.add(url(Path.of(entry)));
        }
        try (URLClassLoader loader = new Apart(places.toArray(URL[]::new))) {
            String found = (String) loader.loadClass(Seeds.class.getName())
                    .getMethod("first", long.class, long.class)
                    .invoke(null, 1L, SEEDS);
            System.out.printf("planted: %-30s found by seed %.120s%n", bug.name(), found);
            assertThat(found)
                    .as("%s: %s seeds do not find it", bug.about(), SEEDS)
                    .isNotEmpty();
        }
    }

    private static URL url(Path path) throws MalformedURLException {
        return path.toUri().toURL();
    }

    /** Loads the project's own classes anew, whatever stands on the module path. */
    private static final class Apart extends URLClassLoader {
        Apart(URL[] places) {
            super(places, ClassLoader.getPlatformClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith("dev.drayage.")) {
                return super.loadClass(name, resolve);
            }
            synchronized (getClassLoadingLock(name)) {
                Class<?> loaded = findLoadedClass(name);
                return loaded == null ? findClass(name) : loaded;
            }
        }
    }
}
