package dev.drayage.store.jdbc;

import dev.drayage.error.StoreException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;

/**
 * The way to the database: takes a connection for each piece of work, gives it back as it was, and turns the database's
 * exceptions into ours, which carry no values. Thread-safe.
 */
final class Database {
    private static final int ATTEMPTS = 10;

    private final DataSource dataSource;
    private final Dialect dialect;
    private final String prefix;

    /** Work on one connection. */
    @FunctionalInterface
    interface Work<T> {
        /** Does it. */
        T on(Connection connection) throws SQLException;
    }

    Database(DataSource dataSource, Dialect dialect, String prefix) {
        this.dataSource = dataSource;
        this.dialect = dialect;
        this.prefix = prefix;
    }

    Dialect dialect() {
        return dialect;
    }

    String table(String name) {
        return prefix + name;
    }

    /** Statements that each stand alone. */
    <T> T run(String what, Work<T> work) {
        return attempt(dataSource, dialect, what, connection -> on(connection, true, work));
    }

    /** Statements that hold together; work that fails leaves nothing behind. */
    <T> T transaction(String what, Work<T> work) {
        AtomicBoolean again = new AtomicBoolean();
        return attempt(
                dataSource,
                dialect,
                what,
                connection -> on(connection, false, open -> {
                    if (again.getAndSet(true)) {
                        wait(open);
                    }
                    T result = work.on(open);
                    open.commit();
                    return result;
                }));
    }

    /** A server may isolate transactions so that a race is lost each time; one that is run again waits for the others. */
    private void wait(Connection connection) throws SQLException {
        if (!dialect.waiting().isEmpty()) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(dialect.waiting());
            }
        }
    }

    /** Before it is known which database it is. */
    static <T> T first(DataSource dataSource, String what, Work<T> work) {
        // Two nodes that open a new file at once both want to be the one that sets its journal up: one is refused at
        // once, however
        // long it was to wait. The codes of that are no other database's.
        return attempt(dataSource, Dialect.SQLITE, what, work);
    }

    private static <T> T attempt(DataSource dataSource, Dialect dialect, String what, Work<T> work) {
        for (int attempt = 1; ; attempt++) {
            try (Connection connection = dataSource.getConnection()) {
                return work.on(connection);
            } catch (SQLException e) {
                if (attempt == ATTEMPTS || !dialect.lostRace(e)) {
                    throw failure(what, e);
                }
            }
        }
    }

    private static <T> T on(Connection connection, boolean autoCommit, Work<T> work) throws SQLException {
        boolean before = connection.getAutoCommit();
        if (before != autoCommit) {
            connection.setAutoCommit(autoCommit);
        }
        T result;
        try {
            result = work.on(connection);
        } catch (SQLException | RuntimeException e) {
            undo(connection, before, e);
            throw e;
        }
        if (before != autoCommit) {
            connection.setAutoCommit(before);
        }
        return result;
    }

    private static void undo(Connection connection, boolean before, Exception why) {
        try {
            if (!connection.getAutoCommit()) {
                connection.rollback();
            }
            connection.setAutoCommit(before);
        } catch (SQLException e) {
            why.addSuppressed(withoutValues(e));
        }
    }

    /** What the host learns of a failed statement. */
    private static StoreException failure(String what, SQLException e) {
        return new StoreException(
                "the database failed: " + what + " (SQL state " + e.getSQLState() + ", code " + e.getErrorCode()
                        + "); look at the database, then run the sync again",
                withoutValues(e));
    }

    /** Databases quote rows in their messages, so only the place of the failure is kept. */
    private static SQLException withoutValues(SQLException e) {
        SQLException clean = new SQLException(
                e.getClass().getSimpleName() + ", message withheld", e.getSQLState(), e.getErrorCode());
        clean.setStackTrace(e.getStackTrace());
        return clean;
    }
}
