package dev.drayage.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.error.ErrorCode;
import dev.drayage.spi.SinkTraits;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page about reliability names what is there: classes, tests, mutants, planted bugs, and every number of guarantees and complaints. */
class ReliabilityTest {
    private static final Pattern CODE = Pattern.compile("`([^`\n]+)`");
    private static final Pattern CLASS = Pattern.compile("([A-Z][A-Za-z0-9]*[a-z][A-Za-z0-9]*)(?:[#.](\\w+))?");
    private static final Pattern SELECTED = Pattern.compile("-Dtest='?([A-Za-z0-9*,]+)");
    private static final Pattern WORD = Pattern.compile("[A-Z]+(_[A-Z]+)*");
    private static final Pattern MUTANT = Pattern.compile("[\\w-]+\\.mutant");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| ([GP]\\d+) \\| (.+) \\|$");
    private static final Pattern NAMED = Pattern.compile("(?m)^test: (?:\\w+\\.)*(\\w+#\\w+)$");
    private static final Pattern BUG = Pattern.compile("(?m)^bug: (.+)$");
    private static final Pattern CHANGED = Pattern.compile("(?m)^file: (?:[\\w-]+/)*(\\w+)\\.java$");
    private static final Path MUTANTS = Path.of("connector-core/src/test/mutants");
    private static final Path PLANTED = Path.of("connector-core/src/test/planted");
    private static final int GUARANTEES = 12;
    private static final int COMPLAINTS = 48;
    private static final String END = "<!-- Until here. -->\n";

    private final Path page = Manual.root().resolve("docs/reliability.md");
    private final Map<String, List<Path>> sources = new HashMap<>();

    ReliabilityTest() throws IOException {
        Files.walkFileTree(Manual.root(), new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                Path name = folder.getFileName();
                boolean made = name != null
                        && (name.toString().equals("target") || name.toString().startsWith("."));
                return made ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                String name = String.valueOf(file.getFileName());
                if (name.endsWith(".java")) {
                    sources.computeIfAbsent(
                                    name.substring(0, name.length() - ".java".length()), any -> new ArrayList<>())
                            .add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }

    @Test
    void what_is_named_is_there() throws IOException {
        int tests = 0;
        int mutants = 0;
        for (MatchResult code : CODE.matcher(Manual.read(page)).results().toList()) {
            String named = code.group(1);
            var type = CLASS.matcher(named);
            if (type.matches()) {
                expect(type.group(1), type.group(2), named.contains("#"));
                tests += type.group(1).endsWith("Test") ? 1 : 0;
            } else if (MUTANT.matcher(named).matches()) {
                assertThat(Manual.root().resolve(MUTANTS).resolve(named)).isRegularFile();
                mutants++;
            } else if (WORD.matcher(named).matches()) {
                assertThat(isWord(named)).as(named).isTrue();
            }
        }
        assertThat(tests).isGreaterThan(COMPLAINTS);
        assertThat(mutants).isGreaterThanOrEqualTo(GUARANTEES);
    }

    @Test
    void commands_run_tests_that_are_there() throws IOException {
        List<MatchResult> commands =
                SELECTED.matcher(Manual.read(page)).results().toList();
        assertThat(commands).isNotEmpty();
        for (MatchResult command : commands) {
            for (String selected : command.group(1).split(",", -1)) {
                Pattern name = Pattern.compile(selected.replace("*", ".*"));
                assertThat(sources.keySet())
                        .as(selected)
                        .anyMatch(known -> name.matcher(known).matches());
            }
        }
    }

    @Test
    void every_guarantee_and_every_complaint_is_answered() throws IOException {
        Map<String, List<String>> rows = new TreeMap<>();
        for (MatchResult row : ROW.matcher(Manual.read(page)).results().toList()) {
            rows.computeIfAbsent(row.group(1), any -> new ArrayList<>()).add(row.group(2));
        }
        for (int i = 1; i <= GUARANTEES; i++) {
            assertThat(rows.get("G" + i))
                    .as("G%s: what it says, and its proof", i)
                    .hasSizeGreaterThanOrEqualTo(2);
        }
        for (int i = 1; i <= COMPLAINTS; i++) {
            assertThat(rows.get("P" + i)).as("P%s", i).singleElement().satisfies(row -> {
                String[] cells = row.split(" \\| ", -1);
                assertThat(cells).hasSize(3);
                assertThat(cells[1]).isIn("yes", "partly", "not yet");
                boolean proved = CODE.matcher(cells[2])
                        .results()
                        .anyMatch(code -> code.group(1).contains("Test")
                                || code.group(1).contains("Rules#")
                                || code.group(1).contains("Contract#"));
                assertThat(proved || cells[2].contains("](")).isTrue();
                assertThat(cells[1].equals("yes") || cells[2].contains("](") || cells[2].contains("Not yet"))
                        .as("what is missing")
                        .isTrue();
            });
        }
        assertThat(rows).hasSize(GUARANTEES + COMPLAINTS);
    }

    @Test
    void every_mutant_is_told_with_the_test_that_notices_it() throws IOException {
        StringBuilder table = new StringBuilder("| mutant | changes | noticed by |\n|---|---|---|\n");
        for (Path mutant : files(MUTANTS)) {
            String text = Manual.read(mutant);
            table.append("| `")
                    .append(mutant.getFileName())
                    .append("` | `")
                    .append(first(CHANGED, text))
                    .append("` | `")
                    .append(first(NAMED, text))
                    .append("` |\n");
        }
        compare("mutants", table.toString());
    }

    @Test
    void every_planted_bug_is_told() throws IOException {
        StringBuilder table = new StringBuilder("| planted bug | in |\n|---|---|\n");
        for (Path planted : files(PLANTED)) {
            String text = Manual.read(planted);
            table.append("| ")
                    .append(first(BUG, text))
                    .append(" | `")
                    .append(first(CHANGED, text))
                    .append("` |\n");
        }
        compare("planted bugs", table.toString());
    }

    private void compare(String what, String table) throws IOException {
        String text = Manual.read(page);
        String begin = "<!-- Made from the " + what + " by ReliabilityTest; -Ddocs.write=true rewrites it. -->\n";
        int from = text.indexOf(begin);
        int to = text.indexOf(END, from);
        assertThat(from).isNotNegative().isLessThan(to);
        String made = text.substring(0, from) + begin + "\n" + table + "\n" + text.substring(to);
        if (Manual.write()) {
            Files.writeString(page, made);
        }
        assertThat(Manual.read(page))
                .as("docs/reliability.md; -Ddocs.write=true brings it up to date")
                .isEqualTo(made);
    }

    /** By the number of their guarantee, then by name. */
    private static List<Path> files(Path folder) throws IOException {
        Map<String, Path> sorted = new TreeMap<>();
        try (Stream<Path> files = Files.list(Manual.root().resolve(folder))) {
            for (Path file : files.toList()) {
                String name = String.valueOf(file.getFileName());
                sorted.put(name.replaceFirst("^G(\\d)-", "G0$1-"), file);
            }
        }
        return List.copyOf(sorted.values());
    }

    private static String first(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(result -> result.group(1))
                .findFirst()
                .orElseThrow();
    }

    /** A class, or a test method or a nested type of it. */
    private void expect(String type, String member, boolean method) throws IOException {
        List<Path> files = sources.getOrDefault(type, List.of());
        assertThat(files).as(type).isNotEmpty();
        if (member == null) {
            return;
        }
        Pattern there =
                Pattern.compile(method ? "\\b(?:void|Stream<DynamicTest>) " + member + "\\(" : "\\b" + member + " \\{");
        boolean found = false;
        for (Path file : files) {
            found |= there.matcher(Manual.read(file)).find();
        }
        assertThat(found).as("%s of %s", member, type).isTrue();
    }

    /** A code of errors, or a constant of the SPI's traits. */
    private static boolean isWord(String word) {
        return Stream.concat(
                        Stream.of(ErrorCode.values()).map(Enum::name),
                        Stream.of(SinkTraits.Recovery.values()).map(Enum::name))
                .anyMatch(word::equals);
    }
}
