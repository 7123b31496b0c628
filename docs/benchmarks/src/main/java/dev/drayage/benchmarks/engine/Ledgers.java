package dev.drayage.benchmarks.engine;

import dev.drayage.testing.PostgresServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** New, empty ledgers, each with the name by which a {@link Contender} opens it; the files go with this. */
final class Ledgers implements AutoCloseable {
    private final Path directory;
    private int made;

    Ledgers() throws IOException {
        directory = Files.createTempDirectory("drayage-benchmarks");
    }

    String sqlite() {
        return "jdbc:sqlite:" + file() + "?journal_mode=WAL&synchronous=FULL&busy_timeout=30000&cache_size=-32768";
    }

    String h2() {
        return "jdbc:h2:" + file() + ";WRITE_DELAY=0";
    }

    String postgres() {
        return PostgresServer.started().database();
    }

    private Path file() {
        return directory.resolve("ledger-" + made++);
    }

    @Override
    public void close() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(directory)) {
            files = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : files) {
            Files.delete(file);
        }
    }
}
