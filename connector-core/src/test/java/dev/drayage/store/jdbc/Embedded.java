package dev.drayage.store.jdbc;

import dev.drayage.testing.IdleConnections;
import dev.drayage.testing.PostgresServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** The databases that the store is tried on, and how each is opened. The first four compete for the embedded default. */
enum Embedded {
    /** H2 that writes before a commit returns. */
    H2("jdbc:h2:file:%s;WRITE_DELAY=0"),
    /** H2 as it comes: what is committed reaches the file up to half a second later. */
    H2_DEFAULT("jdbc:h2:file:%s;WRITE_DELAY=0"),
    /** SQLite with a write-ahead log. */
    SQLITE("jdbc:sqlite:%s.sqlite?journal_mode=WAL&synchronous=FULL&busy_timeout=30000&cache_size=-32768"),
    /** SQLite with its rollback journal. */
    SQLITE_JOURNAL("jdbc:sqlite:%s.sqlite?journal_mode=DELETE&synchronous=FULL&busy_timeout=30000"),
    /** A schema of its own on the tests' PostgreSQL server, whatever the file. */
    POSTGRESQL("");

    private final String url;

    Embedded(String url) {
        this.url = url;
    }

    IdleConnections open(Path file) {
        return new IdleConnections(address(file));
    }

    /** Where a file's database is. On PostgreSQL it is a new one each time. */
    String address(Path file) {
        if (this == POSTGRESQL) {
            PostgresServer server = PostgresServer.shared();
            return server.schema(server.url("postgres"));
        }
        return String.format(url, file);
    }

    /** The store refuses H2 as it comes, so its delay is set behind the store's back. */
    void spoil(IdleConnections connections) throws SQLException {
        if (this == H2_DEFAULT) {
            try (Connection connection = connections.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("SET WRITE_DELAY 500");
            }
        }
    }
}
