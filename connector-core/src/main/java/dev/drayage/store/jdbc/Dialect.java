package dev.drayage.store.jdbc;

import dev.drayage.error.SettingsException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What differs between the databases that the store knows. */
enum Dialect {
    /** H2 2.x. */
    H2("CAST(EXTRACT(EPOCH FROM CURRENT_TIMESTAMP) * 1000000 AS BIGINT)") {
        @Override
        String upsert(Table table) {
            return "MERGE INTO " + table.name() + " (" + table.columns() + ") KEY (" + String.join(", ", table.key())
                    + ") VALUES (" + table.marks() + ")";
        }

        @Override
        String hint(String table) {
            return "MERGE INTO " + table + " (namespace, sync_name, record_ref, hint_number)"
                    + " KEY (namespace, sync_name, record_ref) VALUES (?, ?, ?, NEXT VALUE FOR " + table + "_numbers)";
        }

        @Override
        Optional<String> durabilityProblem(Connection connection) throws SQLException {
            if (connection.getMetaData().getURL().startsWith("jdbc:h2:mem:")) {
                return Optional.empty();
            }
            String delay = value(
                    connection,
                    "SELECT SETTING_VALUE FROM INFORMATION_SCHEMA.SETTINGS WHERE SETTING_NAME = 'WRITE_DELAY'");
            return delay.equals("0")
                    ? Optional.empty()
                    : Optional.of("H2 loses committed work when the process is killed: add ;WRITE_DELAY=0 to its URL");
        }
    },

    /** SQLite 3.24 or later. */
    SQLITE("CAST(ROUND((julianday('now') - 2440587.5) * 86400000.0) AS INTEGER) * 1000") {
        @Override
        String upsert(Table table) {
            return onConflict(table);
        }

        @Override
        String hint(String table) {
            return "INSERT OR REPLACE INTO " + table + " (namespace, sync_name, record_ref, pushed)"
                    + " SELECT n, s, r, COALESCE((SELECT pushed FROM " + table
                    + " WHERE namespace = n AND sync_name = s AND record_ref = r), 0)"
                    + " FROM (SELECT ? AS n, ? AS s, ? AS r)";
        }

        @Override
        Optional<String> durabilityProblem(Connection connection) throws SQLException {
            boolean full = Integer.parseInt(value(connection, "PRAGMA synchronous")) >= 2;
            return full
                    ? Optional.empty()
                    : Optional.of("SQLite may lose committed work when power fails: set synchronous=FULL");
        }

        // Any write takes SQLite's one write lock; without tables there is nothing to write but one of our own.
        @Override
        List<String> schemaLock(String prefix) {
            return List.of(
                    "CREATE TABLE IF NOT EXISTS " + prefix + "schema_lock (one INTEGER)",
                    "DROP TABLE " + prefix + "schema_lock");
        }

        @Override
        String catalogue() {
            return "SELECT COUNT(*) FROM sqlite_master WHERE type = 'table' AND name IN (?, ?)";
        }

        @Override
        boolean duplicate(SQLException e) {
            return e.getErrorCode() == 19; // SQLITE_CONSTRAINT; the driver sets no SQL state
        }

        @Override
        boolean lostRace(SQLException e) {
            return e.getErrorCode() == 5 || e.getErrorCode() == 6; // SQLITE_BUSY, SQLITE_LOCKED
        }
    },

    /** PostgreSQL 12 or later, in UTF-8. */
    POSTGRESQL("CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000000 AS BIGINT)") {
        @Override
        String upsert(Table table) {
            return onConflict(table);
        }

        @Override
        String hint(String table) {
            return "INSERT INTO " + table + " (namespace, sync_name, record_ref, hint_number)"
                    + " VALUES (?, ?, ?, nextval('" + table + "_numbers'))"
                    + " ON CONFLICT (namespace, sync_name, record_ref) DO UPDATE SET hint_number = EXCLUDED.hint_number";
        }

        // Released with the transaction; the number is the prefix's own, below a number of ours.
        @Override
        List<String> schemaLock(String prefix) {
            long number = (0x4452_4159L << 32) | (prefix.hashCode() & 0xFFFF_FFFFL);
            return List.of(waiting(), "SELECT pg_advisory_xact_lock(" + number + ")");
        }

        @Override
        String waiting() {
            return "SET TRANSACTION ISOLATION LEVEL READ COMMITTED";
        }

        // A table that another session looks at or that is locked for long is left to it; one of another owner is
        // passed over.
        @Override
        void look(Connection connection, String table, String namespace, String sync, long rows) throws SQLException {
            String plan = new Query("EXPLAIN (FORMAT JSON) SELECT 1 FROM " + table)
                            .add(" WHERE namespace = ? AND sync_name = ?", namespace, sync)
                            .list(connection, Columns::text)
                            .stream()
                            .collect(Collectors.joining());
            Matcher expected = EXPECTED_ROWS.matcher(plan);
            if (!expected.find() || Double.parseDouble(expected.group(1)) < rows) {
                try (Statement statement = connection.createStatement()) {
                    statement.execute("ANALYZE (SKIP_LOCKED) " + table);
                }
            }
        }

        @Override
        boolean looksLate() {
            return true;
        }

        // Wherever on the search path: a schema that is put in front of it later must not hide the ledger.
        @Override
        String catalogue() {
            return "SELECT COUNT(*) FROM pg_class WHERE oid IN (to_regclass(?), to_regclass(?))";
        }

        @Override
        Optional<String> durabilityProblem(Connection connection) throws SQLException {
            if (value(connection, "SHOW synchronous_commit").equals("off")) {
                return Optional.of("PostgreSQL may lose committed work: set synchronous_commit to on");
            }
            if (value(connection, "SHOW fsync").equals("off")) {
                return Optional.of("PostgreSQL loses committed work when its machine fails: set fsync to on");
            }
            return value(connection, "SHOW transaction_read_only").equals("on")
                    ? Optional.of("PostgreSQL takes no writes here: name the primary server, not a replica, and leave"
                            + " default_transaction_read_only off")
                    : Optional.empty();
        }
    };

    /** The rows that PostgreSQL expects of the outermost step of a plan, which is told first. */
    private static final Pattern EXPECTED_ROWS = Pattern.compile("\"Plan Rows\": *(\\d+)");

    private final String nowMicros;

    Dialect(String nowMicros) {
        this.nowMicros = nowMicros;
    }

    /** Which one a connection speaks. */
    static Dialect of(Connection connection) throws SQLException {
        String product = connection.getMetaData().getDatabaseProductName();
        return switch (product) {
            case "H2" -> H2;
            case "SQLite" -> SQLITE;
            case "PostgreSQL" -> POSTGRESQL;
            default ->
                throw new SettingsException(
                        List.of("dataSource: the store knows H2, SQLite and PostgreSQL, not " + product));
        };
    }

    /** Sets a row whether or not its key is there; binds key and rest. */
    abstract String upsert(Table table);

    /** Sets a hint with a number that was never used before, and leaves whether it was pushed; binds namespace, sync and reference. */
    abstract String hint(String table);

    /** Why a commit would not be durable when it returns, as far as the database can tell. */
    abstract Optional<String> durabilityProblem(Connection connection) throws SQLException;

    /**
     * Counts tables that a statement would find under one of two names: as given and in upper case, made by the caller,
     * because a database's own LOWER follows its locale.
     */
    String catalogue() {
        return "SELECT COUNT(*) FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_NAME IN (?, ?)"
                + " AND TABLE_SCHEMA = CURRENT_SCHEMA";
    }

    /** Whether a row of that key was there already. */
    boolean duplicate(SQLException e) {
        return "23505".equals(e.getSQLState());
    }

    /** Whether the transaction was rolled back only because of another one, and may be tried again. */
    boolean lostRace(SQLException e) {
        String state = e.getSQLState();
        return duplicate(e) || (state != null && (state.startsWith("40") || state.equals("HYT00")));
    }

    /** What a transaction begins with so that only one at a time looks at the tables' version and changes them. */
    List<String> schemaLock(String prefix) {
        return List.of();
    }

    /** What makes the transaction that begins wait for another one's rows instead of failing; empty if it does anyway. */
    String waiting() {
        return "";
    }

    /** Whether the database plans by what it last saw of a table, and sees it late. */
    boolean looksLate() {
        return false;
    }

    /** Has a database that looks late look at a table now, if it expects fewer rows of a sync than there are. */
    void look(Connection connection, String table, String namespace, String sync, long rows) throws SQLException {
        throw new IllegalStateException(name() + " looks by itself");
    }

    /** The database's clock, in microseconds since 1970. */
    String nowMicros() {
        return nowMicros;
    }

    private static String onConflict(Table table) {
        return "INSERT INTO " + table.name() + " (" + table.columns() + ") VALUES (" + table.marks()
                + ") ON CONFLICT (" + String.join(", ", table.key()) + ") DO UPDATE SET "
                + table.rest().stream()
                        .map(column -> column + " = EXCLUDED." + column)
                        .collect(Collectors.joining(", "));
    }

    private static String value(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getString(1) : "";
        }
    }
}
