package dev.drayage.store.jdbc;

import dev.drayage.error.SettingsException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * The tables: created when they are missing, brought up to this library's version when they are older, refused when they
 * are newer. Each step is a script of its own, which a host may run itself; the last statement of each tells the version
 * that was reached. Thread-safe.
 */
final class Schema {
    /** Rises with every change of the scripts. */
    private static final long VERSION = 5;

    private final Dialect dialect;
    private final String prefix;

    Schema(Dialect dialect, String prefix) {
        this.dialect = dialect;
        this.prefix = prefix;
    }

    /** Whether the tables are there and of this version, so that nothing needs to be written. */
    boolean isCurrent(Connection connection) throws SQLException {
        return version(connection).equals(Optional.of(VERSION));
    }

    /**
     * Creates what is missing or brings it up to date, in the transaction that is open. Of nodes that do so at once on
     * PostgreSQL or SQLite one works and the others wait; H2, which serves one node, knows no such lock. A process that dies in between leaves what was there before, or on H2, whose every
     * statement stands alone, what the next one goes on from.
     */
    void bringUpToDate(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String lock : dialect.schemaLock(prefix)) {
                statement.execute(lock);
            }
            for (String script : due(version(connection))) {
                for (String text : script(script).split(";", -1)) {
                    if (!text.isBlank()) {
                        statement.execute(text);
                    }
                }
            }
        }
    }

    /** The scripts that lead from a version to this one, in order; none from this one or a later one. */
    private List<String> due(Optional<Long> found) {
        return found.map(version -> LongStream.range(version, VERSION)
                        .mapToObj(step -> resource("-" + step + "-to-" + (step + 1)))
                        .toList())
                .orElse(List.of(resource("")));
    }

    /** Refuses tables that are missing or not of this version. */
    void check(Connection connection) throws SQLException {
        Optional<Long> found = version(connection);
        if (found.isEmpty()) {
            throw refused("createSchema: the tables " + prefix + "* are missing and may not be created; " + run(found));
        }
        long version = found.get();
        if (version < VERSION) {
            throw refused("createSchema: the tables " + prefix + "* are of version " + version + ", this library needs "
                    + VERSION + " and may not change them; " + run(found));
        }
        if (version > VERSION) {
            throw refused("tablePrefix: the tables " + prefix + "* are of version " + version
                    + ", this library knows up to " + VERSION
                    + "; use the library that made them or a later one, or another prefix");
        }
    }

    private String run(Optional<Long> found) {
        return "run " + String.join(", then ", due(found)) + " of the library's package "
                + Schema.class.getPackageName() + " with your prefix for ${prefix}";
    }

    private static SettingsException refused(String why) {
        return new SettingsException(List.of(why));
    }

    private Optional<Long> version(Connection connection) throws SQLException {
        if (!exists(connection)) {
            return Optional.empty();
        }
        return new Query("SELECT version FROM " + prefix + "schema_version")
                .list(connection, Columns::number).stream().findFirst();
    }

    private boolean exists(Connection connection) throws SQLException {
        String name = prefix + "schema_version";
        return new Query("")
                        .add(dialect.catalogue(), name, name.toUpperCase(Locale.ROOT))
                        .list(connection, Columns::number)
                        .get(0)
                > 0;
    }

    private String script(String name) {
        try (InputStream resource = Schema.class.getResourceAsStream(name)) {
            if (resource == null) {
                throw new IllegalStateException("the library's jar lacks " + name);
            }
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8).replace("${prefix}", prefix);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String resource(String step) {
        return dialect.name().toLowerCase(Locale.ROOT) + step + ".sql";
    }
}
