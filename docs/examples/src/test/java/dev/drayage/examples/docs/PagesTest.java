package dev.drayage.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the pages point at is there: files, headings, tests. */
class PagesTest {
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ +(.+)$");
    private static final Pattern DEPENDENCY =
            Pattern.compile("<artifactId>([^<]+)</artifactId>\\s*<version>([^<]+)</version>");
    private static final Pattern TEST = Pattern.compile("`([A-Z][A-Za-z]+Test)(?:\\.([A-Za-z0-9_]+))?`");

    @Test
    void links_lead_to_files_and_headings() throws IOException {
        for (Path page : Manual.pages()) {
            for (MatchResult link : LINK.matcher(Manual.read(page)).results().toList()) {
                String target = link.group(1);
                if (target.startsWith("http")) {
                    continue;
                }
                int hash = target.indexOf('#');
                String file = hash < 0 ? target : target.substring(0, hash);
                Path folder = page.getParent() == null ? Manual.root() : page.getParent();
                Path there = file.isEmpty() ? page : folder.resolve(file).normalize();
                assertThat(Files.exists(there)).as("%s of %s", target, page).isTrue();
                if (hash >= 0) {
                    assertThat(anchors(there)).as("%s of %s", target, page).contains(target.substring(hash + 1));
                }
            }
        }
    }

    @Test
    void tests_that_are_named_exist() throws IOException {
        List<Path> sources;
        try (Stream<Path> files = Files.walk(Manual.root())) {
            sources = files.filter(file -> file.toString().endsWith("Test.java"))
                    .filter(file -> file.toString().contains("src"))
                    .toList();
        }
        for (Path page : Manual.pages()) {
            for (MatchResult named : TEST.matcher(Manual.read(page)).results().toList()) {
                List<Path> candidates = sources.stream()
                        .filter(source -> source.endsWith(named.group(1) + ".java"))
                        .toList();
                assertThat(candidates).as("%s of %s", named.group(), page).isNotEmpty();
                if (named.group(2) != null) {
                    String method = " " + named.group(2) + "(";
                    boolean found = false;
                    for (Path candidate : candidates) {
                        found |= Manual.read(candidate).contains(method);
                    }
                    assertThat(found).as("%s of %s", named.group(), page).isTrue();
                }
            }
        }
    }

    @Test
    void dependencies_are_modules_of_this_version_or_libraries_that_are_managed() throws IOException {
        String parent = Manual.read(Manual.root().resolve("pom.xml"));
        for (Path page : Manual.pages()) {
            for (MatchResult named :
                    DEPENDENCY.matcher(Manual.read(page)).results().toList()) {
                boolean module = Files.isDirectory(Manual.root().resolve(named.group(1)));
                assertThat(parent)
                        .as("%s of %s", named.group(), page)
                        .contains("<artifactId>" + named.group(1) + "</artifactId>")
                        .containsPattern("<" + (module ? "" : "[a-z0-9]+\\.") + "version>"
                                + Pattern.quote(named.group(2)) + "<");
            }
        }
    }

    private static List<String> anchors(Path page) throws IOException {
        return HEADING.matcher(Manual.read(page))
                .results()
                .map(heading -> heading.group(1)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9 _-]", "")
                        .replace(' ', '-'))
                .toList();
    }
}
