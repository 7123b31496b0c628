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

/** The tables: created when they are missing, refused when they are another version's. */
final class Schema {
    /** Rises with every change of the scripts. */
    private static final long VERSION = 2;

    private final Dialect dialect;
    private final String prefix;

    Schema(Dialect dialect, String prefix) {
        this.dialect = dialect;
        this.prefix = prefix;
    }

    /** Creates what is missing. Each statement may be repeated, so a crash in between does no harm. */
    void create(Connection connection) throws SQLException {
        if (version(connection).isPresent()) {
            return;
        }
        try (Statement statement = connection.createStatement()) {
            for (String text : script().split(";", -1)) {
                if (!text.isBlank()) {
                    statement.execute(text);
                }
            }
            statement.execute("INSERT INTO " + prefix + "schema_version (version) SELECT " + VERSION
                    + " WHERE NOT EXISTS (SELECT 1 FROM " + prefix + "schema_version)");
        }
    }

    /** Refuses tables that are missing or not of this version. */
    void check(Connection connection) throws SQLException {
        long found = version(connection)
                .orElseThrow(() -> new SettingsException(List.of("createSchema: the tables " + prefix
                        + "* are missing and may not be created; run the script " + resource()
                        + " of the store's package with your prefix")));
        if (found != VERSION) {
            throw new SettingsException(List.of("tablePrefix: the tables " + prefix + "* are of version " + found
                    + ", this library needs " + VERSION + "; use the library that made them or another prefix"));
        }
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

    private String script() {
        try (InputStream resource = Schema.class.getResourceAsStream(resource())) {
            if (resource == null) {
                throw new IllegalStateException("the library's jar lacks " + resource());
            }
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8).replace("${prefix}", prefix);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String resource() {
        return dialect.name().toLowerCase(Locale.ROOT) + ".sql";
    }
}
