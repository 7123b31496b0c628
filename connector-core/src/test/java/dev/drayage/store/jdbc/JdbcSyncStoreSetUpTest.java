package dev.drayage.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drayage.error.SettingsException;
import dev.drayage.error.StoreException;
import dev.drayage.model.AccountId;
import dev.drayage.store.Lease;
import dev.drayage.store.SyncStore;
import dev.drayage.testing.IdleConnections;
import dev.drayage.testing.Interposed;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How the store is opened, and what it refuses. */
final class JdbcSyncStoreSetUpTest {
    private static final AccountId SHOP = new AccountId("shopify", "acme");

    @TempDir
    Path directory;

    private static void execute(DataSource dataSource, String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private IdleConnections open(Embedded kind) {
        return kind.open(directory.resolve("store"));
    }

    @ParameterizedTest
    @EnumSource(names = {"SQLITE", "SQLITE_JOURNAL", "H2"})
    void what_was_kept_is_there_when_the_store_is_opened_again(Embedded kind) throws Exception {
        try (IdleConnections connections = open(kind)) {
            JdbcSyncStore.of(connections).connectorState("acme", SHOP).put("k", "v");
        }
        try (IdleConnections connections = open(kind)) {
            assertThat(JdbcSyncStore.of(connections)
                            .connectorState("acme", SHOP)
                            .get("k"))
                    .contains("v");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"SQLITE", "H2", "POSTGRESQL"})
    void stores_with_different_prefixes_live_in_one_database(Embedded kind) throws Exception {
        try (IdleConnections connections = open(kind)) {
            JdbcSyncStore one = JdbcSyncStore.of(connections);
            JdbcSyncStore two =
                    JdbcSyncStore.builder(connections).tablePrefix("erp_sync_").build();
            one.connectorState("acme", SHOP).put("k", "one");
            assertThat(two.connectorState("acme", SHOP).get("k")).isEmpty();
            execute(connections, "SELECT 1 FROM erp_sync_schema_version");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"SQLITE", "H2", "POSTGRESQL"})
    void missing_tables_are_refused_when_they_may_not_be_created(Embedded kind) throws Exception {
        try (IdleConnections connections = open(kind)) {
            JdbcSyncStore.Builder closed = JdbcSyncStore.builder(connections).createSchema(false);
            assertThatThrownBy(closed::build)
                    .isInstanceOf(SettingsException.class)
                    .hasMessageContaining("drayage_*")
                    .hasMessageContaining(".sql");
            JdbcSyncStore.of(connections);
            assertThat(closed.build().ledger("acme").sync("orders")).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"SQLITE", "H2", "POSTGRESQL"})
    void tables_of_a_later_version_are_refused(Embedded kind) throws Exception {
        try (IdleConnections connections = open(kind)) {
            JdbcSyncStore.of(connections);
            execute(connections, "UPDATE drayage_schema_version SET version = 99");
            assertThatThrownBy(() -> JdbcSyncStore.of(connections))
                    .isInstanceOf(SettingsException.class)
                    .hasMessageContaining("version 99")
                    .hasMessageContaining("a later one");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"SQLITE", "H2", "POSTGRESQL"})
    void a_creation_that_stopped_half_way_is_finished(Embedded kind) throws Exception {
        try (IdleConnections connections = open(kind)) {
            JdbcSyncStore.of(connections);
            execute(connections, "DROP TABLE drayage_lease");
            execute(connections, "DELETE FROM drayage_schema_version");
            SyncStore store = JdbcSyncStore.of(connections);
            assertThat(store.leases("acme").acquire("d", "node", Duration.ofMinutes(1)))
                    .isPresent();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "Drayage_", "1_", "a; DROP TABLE x", "a\"", "a-", "ı_", "abcdefghijklmnopqrstuvwxyz01234"})
    void a_prefix_that_is_no_plain_name_is_refused(String prefix) throws Exception {
        try (IdleConnections connections = open(Embedded.SQLITE)) {
            assertThatThrownBy(() -> JdbcSyncStore.builder(connections)
                            .tablePrefix(prefix)
                            .build())
                    .isInstanceOf(SettingsException.class)
                    .hasMessageContaining("tablePrefix");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:h2:file:%s",
                "jdbc:h2:file:%s;WRITE_DELAY=100",
                "jdbc:sqlite:%s?journal_mode=WAL&synchronous=NORMAL"
            })
    void a_database_that_is_set_up_to_lose_commits_is_refused(String url) throws Exception {
        try (IdleConnections connections = new IdleConnections(String.format(url, directory.resolve("store")))) {
            assertThatThrownBy(() -> JdbcSyncStore.of(connections))
                    .isInstanceOf(SettingsException.class)
                    .hasMessageContaining("dataSource");
        }
    }

    @Test
    void a_database_in_memory_is_taken() throws Exception {
        try (IdleConnections connections = new IdleConnections("jdbc:h2:mem:setup;DB_CLOSE_DELAY=-1")) {
            assertThat(JdbcSyncStore.of(connections).ledger("acme").sync("orders"))
                    .isEmpty();
        }
    }

    @Test
    void an_unknown_database_is_named() {
        assertThatThrownBy(() -> JdbcSyncStore.of(answering("Oracle")))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("H2, SQLite and PostgreSQL, not Oracle");
    }

    /** A data source whose database only tells its name. */
    private static DataSource answering(String product) {
        return fake(DataSource.class, fake(Connection.class, fake(DatabaseMetaData.class, product)));
    }

    private static <T> T fake(Class<T> face, Object answer) {
        return face.cast(Proxy.newProxyInstance(
                face.getClassLoader(),
                new Class<?>[] {face},
                (proxy, method, args) -> method.getReturnType().isInstance(answer) ? answer : null));
    }

    @Test
    void a_database_that_cannot_be_reached_fails_without_its_address() throws Exception {
        try (IdleConnections connections = new IdleConnections("jdbc:sqlite:/nowhere/secret/store")) {
            assertThatThrownBy(() -> JdbcSyncStore.of(connections))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("connecting")
                    .satisfies(e -> assertThat(e.getMessage()).doesNotContain("secret"));
        }
    }

    @Test
    void a_new_file_that_another_node_is_setting_up_is_opened_all_the_same() throws Exception {
        try (IdleConnections connections = open(Embedded.SQLITE)) {
            assertThat(JdbcSyncStore.of(refusing(3, connections)).ledger("acme").sync("orders"))
                    .isEmpty();
        }
    }

    @Test
    void a_file_that_stays_locked_fails() throws Exception {
        try (IdleConnections connections = open(Embedded.SQLITE)) {
            assertThatThrownBy(() -> JdbcSyncStore.of(refusing(1000, connections)))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("connecting");
        }
    }

    /** As SQLite's driver says that a connection could not be opened because the file is locked. */
    private static DataSource refusing(int times, DataSource connections) {
        AtomicInteger refused = new AtomicInteger();
        return Interposed.wrap(DataSource.class, connections, (call, action) -> {
            if (refused.getAndIncrement() < times) {
                throw new SQLException("[SQLITE_BUSY] The database file is locked", null, 5);
            }
            return action.run();
        });
    }

    @ParameterizedTest
    @EnumSource(names = {"SQLITE", "H2", "POSTGRESQL"})
    void leases_run_on_the_databases_clock(Embedded kind) throws Exception {
        try (IdleConnections connections = open(kind)) {
            SyncStore store = JdbcSyncStore.of(connections);
            Instant before = Instant.now().minusSeconds(2);
            Lease lease = store.leases("acme")
                    .acquire("d", "node", Duration.ofHours(1))
                    .orElseThrow();
            Instant after = Instant.now().plusSeconds(2);
            assertThat(lease.until().minus(Duration.ofHours(1))).isBetween(before, after);
            assertThat(store.leases("acme").acquire("d", "other", Duration.ofHours(1)))
                    .isEmpty();
            Optional<Lease> ended = store.leases("acme").acquire("e", "node", Duration.ZERO);
            assertThat(ended).isPresent();
            assertThat(store.leases("acme").acquire("e", "other", Duration.ZERO))
                    .isPresent();
        }
    }

    @Test
    void the_scripts_of_all_databases_have_the_same_tables_columns_and_indexes() throws IOException {
        assertThat(names("sqlite.sql")).isEqualTo(names("h2.sql"));
        assertThat(names("postgresql.sql")).isEqualTo(names("h2.sql"));
    }

    /** A script without what differs: types, and how numbers are given. */
    private static String names(String script) throws IOException {
        try (InputStream text = JdbcSyncStore.class.getResourceAsStream(script)) {
            assertThat(text).isNotNull();
            return new String(text.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("--") && !line.contains("hint_number") && !line.isBlank())
                    .map(line -> line.replaceAll(" (VARCHAR|TEXT|BIGINT|INTEGER)\\b.*?(?= NOT NULL|,|$)", ""))
                    .map(line -> line.replaceAll("(UNIQUE|PRIMARY KEY) \\(", "KEY ("))
                    .map(line -> line.replaceAll(" WHERE (code|waiting_for) IS NOT NULL", ""))
                    .collect(Collectors.joining("\n"));
        }
    }
}
