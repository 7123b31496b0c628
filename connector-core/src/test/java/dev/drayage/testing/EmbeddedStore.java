package dev.drayage.testing;

import dev.drayage.store.SyncStore;
import dev.drayage.store.jdbc.JdbcSyncStore;
import java.nio.file.Path;
import java.sql.SQLException;

/**
 * A store in a file, as a host with one node sets it up: SQLite, for the reasons in
 * {@code docs/decisions/0003-embedded-database.md}. Needs {@code org.xerial:sqlite-jdbc} at run time. Thread-safe.
 */
public final class EmbeddedStore implements AutoCloseable {
    private final IdleConnections connections;
    private final JdbcSyncStore store;

    private EmbeddedStore(IdleConnections connections) {
        this.connections = connections;
        this.store = JdbcSyncStore.of(connections);
    }

    /** Opens the file, or makes it. */
    public static EmbeddedStore open(Path file) {
        return new EmbeddedStore(new IdleConnections(url(file)));
    }

    /**
     * How to open a file so that a commit is on the disk when it returns: a write-ahead log, forced out at each commit;
     * writers wait for each other; 32 MiB of pages are kept in memory per connection.
     */
    public static String url(Path file) {
        return "jdbc:sqlite:" + file + "?journal_mode=WAL&synchronous=FULL&busy_timeout=30000&cache_size=-32768";
    }

    /** The store. */
    public SyncStore store() {
        return store;
    }

    /** Closes the file. */
    @Override
    public void close() throws SQLException {
        connections.close();
    }
}
