package dev.drayage.store.jdbc;

import dev.drayage.model.AccountId;
import dev.drayage.spi.ConnectorState;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One account's small state in the database; every change is one statement. Thread-safe. */
final class JdbcConnectorState implements ConnectorState {
    private static final String WHERE = " WHERE namespace = ? AND account = ? AND state_key = ?";

    private final Database database;
    private final String namespace;
    private final String account;
    private final Table table;

    JdbcConnectorState(Database database, String namespace, AccountId account) {
        this.database = database;
        this.namespace = namespace;
        this.account = account.toString();
        table = new Table(
                database.table("connector_state"),
                List.of("namespace", "account", "state_key"),
                List.of("state_value"));
    }

    @Override
    public Optional<String> get(String key) {
        return database.run(
                "reading connector state",
                connection -> new Query("SELECT state_value FROM " + table.name())
                        .add(WHERE, namespace, account, SortedText.encode(key)).list(connection, Columns::text).stream()
                                .findFirst());
    }

    @Override
    public Map<String, String> all(String prefix) {
        String encoded = SortedText.encode(prefix);
        return database.run("reading connector state", connection -> {
            Map<String, String> all = new HashMap<>();
            new Query("SELECT state_key, state_value FROM " + table.name())
                    .add(
                            " WHERE namespace = ? AND account = ? AND state_key >= ? AND SUBSTR(state_key, 1, CAST(? AS INTEGER)) = ?",
                            namespace,
                            account,
                            encoded,
                            (long) encoded.length(),
                            encoded)
                    .list(connection, row -> all.put(row.name(), row.text()));
            return Map.copyOf(all);
        });
    }

    @Override
    public void put(String key, String value) {
        update(database.dialect().upsert(table), namespace, account, SortedText.encode(key), value);
    }

    @Override
    public boolean replace(String key, Optional<String> expected, String value) {
        String encoded = SortedText.encode(key);
        return expected.map(present -> update(
                                "UPDATE " + table.name() + " SET state_value = ?" + WHERE + " AND state_value = ?",
                                value,
                                namespace,
                                account,
                                encoded,
                                present)
                        == 1)
                .orElseGet(() -> database.run("setting connector state", connection -> {
                    return insert(connection, encoded, value);
                }));
    }

    @Override
    public void remove(String key) {
        update("DELETE FROM " + table.name() + WHERE, namespace, account, SortedText.encode(key));
    }

    private boolean insert(Connection connection, String key, String value) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "INSERT INTO " + table.name() + " (" + table.columns() + ") VALUES (" + table.marks() + ")")) {
            new Parameters(statement).text(namespace).text(account).text(key).text(value);
            return statement.executeUpdate() == 1;
        } catch (SQLException e) {
            if (database.dialect().duplicate(e)) {
                return false;
            }
            throw e;
        }
    }

    private int update(String sql, String... values) {
        return database.run("setting connector state", connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                Parameters parameters = new Parameters(statement);
                for (String value : values) {
                    parameters.text(value);
                }
                return statement.executeUpdate();
            }
        });
    }
}
