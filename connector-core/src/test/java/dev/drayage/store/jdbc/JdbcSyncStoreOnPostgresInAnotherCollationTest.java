package dev.drayage.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.call.TimeSource;
import dev.drayage.store.SyncStore;
import dev.drayage.testing.IdleConnections;
import dev.drayage.testing.PostgresServer;
import dev.drayage.testing.SyncStoreContract;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The same in a database that sorts as a dictionary does, as many a host's does: the order of names is not its order. */
final class JdbcSyncStoreOnPostgresInAnotherCollationTest extends SyncStoreContract {
    private static String database = "";
    private final IdleConnections connections =
            new IdleConnections(PostgresServer.shared().schema(database));

    @BeforeAll
    static void createDatabase() {
        database = PostgresServer.shared().database("TEMPLATE template0 LOCALE_PROVIDER icu ICU_LOCALE 'de-DE'");
    }

    @Override
    protected SyncStore open(TimeSource leaseClock) {
        return JdbcSyncStore.builder(connections).leaseClock(leaseClock).build();
    }

    @AfterEach
    void close() throws SQLException {
        connections.close();
    }

    @Test
    void the_database_itself_sorts_otherwise() throws SQLException {
        try (Connection connection = connections.getConnection()) {
            assertThat(new Query("SELECT CASE WHEN 'a' < 'B' THEN 1 ELSE 0 END").list(connection, Columns::count))
                    .containsExactly(1);
        }
    }
}
