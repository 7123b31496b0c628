package dev.drayage.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drayage.error.SettingsException;
import dev.drayage.error.StoreException;
import dev.drayage.model.AccountId;
import dev.drayage.testing.IdleConnections;
import dev.drayage.testing.PostgresServer;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a host's administrator may have set up on a PostgreSQL server, and what the store makes of it. */
final class JdbcSyncStoreOnPostgresSetUpTest {
    private static final AccountId SHOP = new AccountId("shopify", "acme");

    private final PostgresServer server = PostgresServer.shared();
    private final String database = server.database();

    private static JdbcSyncStore store(String url) throws SQLException {
        try (IdleConnections connections = new IdleConnections(url)) {
            return JdbcSyncStore.of(connections);
        }
    }

    private String as(String role) {
        return database.replaceAll("user=[^&]*", "user=" + role);
    }

    @ParameterizedTest
    @CsvSource({
        "synchronous_commit=off, synchronous_commit",
        "default_transaction_read_only=on, default_transaction_read_only"
    })
    void a_server_that_would_lose_or_refuse_commits_is_refused(String setting, String named) {
        assertThatThrownBy(() -> store(database + "&options=-c%20" + setting))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("dataSource")
                .hasMessageContaining(named);
        assertThat(PostgresServer.value(database, "SELECT COUNT(*) FROM pg_tables WHERE tablename LIKE 'drayage%'"))
                .isEqualTo("0");
    }

    @Test
    void a_role_that_may_only_read_looks_and_writes_nothing() throws SQLException {
        PostgresServer.execute(
                database,
                "DROP ROLE IF EXISTS onlooker",
                "CREATE ROLE onlooker LOGIN",
                "REVOKE CREATE ON SCHEMA public FROM PUBLIC",
                "GRANT pg_read_all_data TO onlooker");
        assertThatThrownBy(() -> store(as("onlooker")))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("creating the tables")
                .hasMessageContaining("42501");
        store(database).connectorState("acme", SHOP).put("k", "v");

        JdbcSyncStore looked = store(as("onlooker"));

        assertThat(looked.connectorState("acme", SHOP).get("k")).contains("v");
        assertThatThrownBy(() -> looked.connectorState("acme", SHOP).put("k", "w"))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("42501");
        assertThat(looked.connectorState("acme", SHOP).get("k")).contains("v");
        PostgresServer.execute(database, "DROP OWNED BY onlooker", "DROP ROLE onlooker");
    }

    @Test
    void a_schema_that_is_put_before_the_ledgers_does_not_hide_it() throws SQLException {
        store(database).connectorState("acme", SHOP).put("k", "v");
        PostgresServer.execute(database, "CREATE SCHEMA newer");

        JdbcSyncStore found = store(database + "&currentSchema=newer,public");

        assertThat(found.connectorState("acme", SHOP).get("k")).contains("v");
    }

    @Test
    void two_schemas_hold_two_stores() throws SQLException {
        PostgresServer.execute(database, "CREATE SCHEMA one", "CREATE SCHEMA two");
        JdbcSyncStore one = store(database + "&currentSchema=one");
        JdbcSyncStore two = store(database + "&currentSchema=two");
        one.connectorState("acme", SHOP).put("k", "one");
        assertThat(two.connectorState("acme", SHOP).get("k")).isEmpty();
    }
}
