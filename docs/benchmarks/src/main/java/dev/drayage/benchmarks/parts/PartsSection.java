package dev.drayage.benchmarks.parts;

import dev.drayage.benchmarks.Machine;
import dev.drayage.benchmarks.Section;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * The parts by themselves, each beside something that does no more than it must: time with its error, and bytes. Bytes are the
 * same from run to run and are held by tests; times are this machine's and are held by none.
 */
public final class PartsSection implements Section {
    private static final String BARE = "Bare";
    private static final int SECONDS = 1;

    /** A row of the table: the benchmark's name, what it is, and what stands beside it. */
    private record Row(String name, String what, String beside) {}

    private static final List<Row> ROWS = List.of(
            new Row(
                    "known",
                    "a page of 100 known records that did not change: window, admission, checkpoint; store in memory",
                    "100 revisions compared with a map"),
            new Row(
                    "booked",
                    "100 new records written to a sink that answers at once; store in memory",
                    "the same sink called in a loop"),
            new Row(
                    "sqliteLookUp",
                    "100 of 10,000 records looked up, SQLite",
                    "100 rows of a plain table by key, one statement"),
            new Row(
                    "sqliteCommit",
                    "100 records, 100 effects and the checkpoint committed, SQLite (WAL, `synchronous=FULL`)",
                    "200 rows of a plain table replaced, one commit"),
            new Row(
                    "h2LookUp",
                    "100 of 10,000 records looked up, H2",
                    "100 rows of a plain table by key, one statement"),
            new Row(
                    "h2Commit",
                    "100 records, 100 effects and the checkpoint committed, H2 (`WRITE_DELAY=0`)",
                    "200 rows of a plain table replaced, one commit"),
            new Row("built", "a `SalesOrder` of three lines built", "its values put in maps"),
            new Row("digested", "`ContentDigest.of` that order", "SHA-256 of the order's text"),
            new Row("sent", "`ApiClient.send` to loopback, 2 kB answered", "the JDK's `HttpClient` alone"),
            new Row("permitted", "`RateBudget.acquire`, settled, uncontended", "a semaphore, uncontended"));

    @Override
    public Result measure() {
        Map<String, RunResult> results = run();
        StringBuilder table = new StringBuilder("""
            `mvn -q -Pbenchmarks -Dbench=parts -pl docs/benchmarks -am`: JMH 1.37, one fork, three warm-ups and five measurements of a
            second each; %s. Time is the mean of the five with the 99.9 %% interval
            that JMH computes from them; it is this machine's, held by no test. Bytes are what an operation allocates in all threads, the
            server's too for calls; `AllocationTest` holds those of the engine and the model in every build. Beside each part stands
            something that does no more than it must, with the same data.

            | operation | time, µs | bytes | beside it | time, µs | bytes |
            |---|---|---|---|---|---|
            """.formatted(Machine.describe()));
        List<String> words = new ArrayList<>();
        for (Row row : ROWS) {
            RunResult part = found(results, row.name());
            RunResult bare = found(results, row.name() + BARE);
            table.append("| %s | %s | %s | %s | %s | %s |%n"
                    .formatted(row.what(), time(part), bytes(part), row.beside(), time(bare), bytes(bare)));
            words.add(String.format(
                    Locale.ROOT,
                    "%s %.1f us",
                    row.name(),
                    part.getPrimaryResult().getScore()));
        }
        return new Result(table.toString().replace("\r\n", "\n"), "parts: " + String.join(", ", words));
    }

    private static Map<String, RunResult> run() {
        Collection<RunResult> results;
        try {
            results = new Runner(new OptionsBuilder()
                            .include("^" + Parts.class.getName().replace(".", "\\.") + "\\.")
                            .forks(1)
                            .warmupIterations(3)
                            .warmupTime(TimeValue.seconds(SECONDS))
                            .measurementIterations(5)
                            .measurementTime(TimeValue.seconds(SECONDS))
                            .jvmArgs("-Xmx512m", "-Dsun.net.httpserver.nodelay=true")
                            .addProfiler(GCProfiler.class)
                            .shouldFailOnError(true)
                            .build())
                    .run();
        } catch (RunnerException e) {
            throw new IllegalStateException("the parts could not be measured", e);
        }
        Map<String, RunResult> byName = new HashMap<>();
        for (RunResult result : results) {
            String name = result.getParams().getBenchmark();
            byName.put(name.substring(name.lastIndexOf('.') + 1), result);
        }
        return byName;
    }

    private static RunResult found(Map<String, RunResult> results, String name) {
        return Objects.requireNonNull(results.get(name), () -> "no benchmark is called " + name);
    }

    private static String time(RunResult result) {
        return "%s ± %s"
                .formatted(
                        rounded(result.getPrimaryResult().getScore()),
                        rounded(result.getPrimaryResult().getScoreError()));
    }

    @SuppressWarnings("rawtypes") // JMH's own map is raw
    private static String bytes(RunResult result) {
        for (var one : result.getSecondaryResults().entrySet()) {
            if (one.getKey().endsWith("gc.alloc.rate.norm")) {
                return String.format(
                        Locale.ROOT, "%,d", Math.round(one.getValue().getScore()));
            }
        }
        throw new IllegalStateException(
                "the profiler told no bytes of " + result.getParams().getBenchmark());
    }

    private static String rounded(double micros) {
        String form = micros < 10 ? "%.2f" : micros < 100 ? "%.1f" : "%,.0f";
        return String.format(Locale.ROOT, form, micros);
    }
}
