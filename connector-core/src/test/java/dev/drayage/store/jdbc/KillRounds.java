package dev.drayage.store.jdbc;

import dev.drayage.testing.IdleConnections;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Kills writing processes with SIGKILL at random moments, most while they commit, some while they open, and lets the next
 * one check what is left. A database is used for twenty rounds, so it is killed again and again.
 */
final class KillRounds {
    private static final int ROUNDS_PER_DATABASE = 20;
    private static final long PATIENCE_SECONDS = 30;
    private static final int ENTRIES = 10;
    private static final String END = "end of output";

    private final Embedded kind;
    private final Path directory;
    private final SplittableRandom random;
    private Path file;
    private String address = "";
    private long told;
    private long commits;
    private int reopened;
    private final List<String> losses = new ArrayList<>();
    private final List<String> hangs = new ArrayList<>();

    /**
     * What came of it.
     *
     * @param rounds processes that were killed
     * @param reopened how often a database was opened and checked after a kill
     * @param commits numbers that were told
     * @param losses what was missing or half there
     * @param hangs databases that could not be opened in time, or at all
     */
    record Outcome(Embedded kind, int rounds, int reopened, long commits, List<String> losses, List<String> hangs) {
        @Override
        public String toString() {
            return kind + ": " + rounds + " rounds, " + reopened + " reopened, " + commits + " commits, "
                    + losses.size() + " lost " + losses + ", " + hangs.size() + " hung " + hangs;
        }
    }

    KillRounds(Embedded kind, Path directory, long seed) {
        this.kind = kind;
        this.directory = directory;
        this.random = new SplittableRandom(seed);
        this.file = directory.resolve("db");
    }

    /** Runs from the command line: which database, directory, rounds, seed. */
    public static void main(String[] args) throws Exception {
        Path directory = Files.createDirectories(Path.of(args[1]));
        System.out.println(new KillRounds(Embedded.valueOf(args[0]), directory, Long.parseLong(args[3]))
                .run(Integer.parseInt(args[2])));
    }

    /** Lets a process write until it has told a number, lets something happen to the database, and tells the last number. */
    static long toldUntil(String address, Path directory, long enough, Runnable event)
            throws IOException, InterruptedException {
        Process process = start(Embedded.POSTGRESQL, address, directory.resolve("db"), 0, ENTRIES, Long.MAX_VALUE / 2);
        try {
            BlockingQueue<String> lines = lines(process);
            long told = 0;
            boolean happened = false;
            for (String line = lines.take(); !line.equals(END); line = lines.take()) {
                told = isNumber(line) ? Long.parseLong(line) : told;
                if (told >= enough && !happened) {
                    happened = true;
                    event.run();
                }
            }
            return told;
        } finally {
            kill(process);
        }
    }

    /** What a process finds in a database in which that number was told. */
    static String verdictOn(String address, Path directory, long told) throws IOException, InterruptedException {
        Process process = start(Embedded.POSTGRESQL, address, directory.resolve("db"), told, ENTRIES, 2);
        try {
            BlockingQueue<String> lines = lines(process);
            String line = lines.take();
            while (!line.equals(END) && !line.equals(KilledWriter.VERIFIED) && !line.startsWith(KilledWriter.BROKEN)) {
                line = lines.take();
            }
            return line;
        } finally {
            kill(process);
        }
    }

    private static boolean isNumber(String line) {
        return !line.equals(KilledWriter.VERIFIED) && !line.equals(KilledWriter.OPENING);
    }

    Outcome run(int rounds) throws IOException, InterruptedException {
        for (int round = 0; round < rounds; round++) {
            if (round % ROUNDS_PER_DATABASE == 0) {
                fresh(round);
            }
            round(round);
        }
        return new Outcome(kind, rounds, reopened, commits, List.copyOf(losses), List.copyOf(hangs));
    }

    private void fresh(int round) {
        file = directory.resolve("db-" + round);
        address = kind.address(file);
        told = 0;
    }

    private void round(int round) throws IOException, InterruptedException {
        boolean whileOpening = random.nextInt(5) == 0;
        long delay = random.nextLong(TimeUnit.MILLISECONDS.toMicros(700));
        boolean used = told > 0;
        Process process = start(kind, address, file, told, ENTRIES, Long.MAX_VALUE / 2);
        try {
            BlockingQueue<String> lines = lines(process);
            String verdict = whileOpening ? lines.take() : verdict(lines);
            if (verdict.startsWith(KilledWriter.BROKEN)) {
                losses.add("round " + round + " " + verdict);
                fresh(round);
                return;
            }
            if (!verdict.equals(whileOpening ? KilledWriter.OPENING : KilledWriter.VERIFIED)) {
                hangs.add("round " + round + " " + verdict);
                fresh(round);
                return;
            }
            reopened += !whileOpening && used ? 1 : 0;
            process.waitFor(delay, TimeUnit.MICROSECONDS);
            kill(process);
            read(lines, round);
        } finally {
            kill(process);
        }
    }

    /** By its handle: {@link Process#destroyForcibly} also closes the pipe, with numbers in it that were not read yet. */
    private static void kill(Process process) throws InterruptedException {
        process.toHandle().destroyForcibly();
        process.waitFor();
    }

    /** The first line that tells how opening went, or why there is none. */
    private String verdict(BlockingQueue<String> lines) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        String line = lines.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        while (line != null && !line.equals(KilledWriter.VERIFIED) && !line.startsWith(KilledWriter.BROKEN)) {
            if (line.equals(END)) {
                return "ended while opening";
            }
            note(line);
            line = lines.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
        }
        return line == null ? "not opened within " + PATIENCE_SECONDS + " s" : line;
    }

    private void read(BlockingQueue<String> lines, int round) throws InterruptedException {
        for (String line = lines.take(); !line.equals(END); line = lines.take()) {
            if (line.startsWith(KilledWriter.BROKEN)) {
                losses.add("round " + round + " " + line);
                fresh(round);
                return;
            }
            note(line);
        }
    }

    private void note(String line) {
        if (isNumber(line)) {
            told = Long.parseLong(line);
            commits++;
        }
    }

    /** Complete lines only: a number counts when its line end was written. */
    private static BlockingQueue<String> lines(Process process) {
        BlockingQueue<String> lines = new LinkedBlockingQueue<>();
        Thread reader = new Thread(
                () -> {
                    try (BufferedReader output = process.inputReader()) {
                        StringBuilder line = new StringBuilder();
                        for (int c = output.read(); c >= 0; c = output.read()) {
                            if (c == '\n') {
                                lines.add(line.toString());
                                line.setLength(0);
                            } else {
                                line.append((char) c);
                            }
                        }
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    } finally {
                        lines.add(END);
                    }
                },
                "output of the writer");
        reader.setDaemon(true);
        reader.start();
        return lines;
    }

    private static Process start(Embedded kind, String address, Path file, long told, int entries, long commits)
            throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx256m",
                        "-cp",
                        classPath(),
                        KilledWriter.class.getName(),
                        kind.name(),
                        address,
                        Long.toString(told),
                        Integer.toString(entries),
                        Long.toString(commits))
                .redirectError(file.resolveSibling("errors.txt").toFile())
                .start();
    }

    /** Where the writer's classes come from, whether this process runs on the class path or as modules. */
    private static String classPath() {
        Set<String> places = new LinkedHashSet<>();
        for (String name : List.of(
                JdbcSyncStore.class.getName(),
                KilledWriter.class.getName(),
                IdleConnections.class.getName(),
                "org.h2.Driver",
                "org.sqlite.JDBC",
                "org.postgresql.Driver",
                "org.slf4j.Logger")) {
            places.add(place(name.replace('.', '/') + ".class"));
        }
        return String.join(File.pathSeparator, places);
    }

    private static String place(String resource) {
        try {
            URL url = KillRounds.class.getClassLoader().getResource(resource);
            if (url == null) {
                throw new IllegalStateException("not found: " + resource);
            }
            if (url.openConnection() instanceof JarURLConnection jar) {
                return Path.of(jar.getJarFileURL().toURI()).toString();
            }
            String text = Path.of(url.toURI()).toString();
            return text.substring(0, text.length() - resource.length());
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
