package dev.drayage.store.jdbc;

import dev.drayage.call.TimeSource;
import dev.drayage.store.SyncStore;
import dev.drayage.testing.IdleConnections;
import dev.drayage.testing.PostgresServer;
import dev.drayage.testing.SyncStoreContract;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;

final class JdbcSyncStoreOnPostgresTest extends SyncStoreContract {
    private static String database = "";
    private final IdleConnections connections =
            new IdleConnections(PostgresServer.shared().schema(database));

    @BeforeAll
    static void createDatabase() {
        database = PostgresServer.shared().database();
    }

    @Override
    protected SyncStore open(TimeSource leaseClock) {
        return JdbcSyncStore.builder(connections).leaseClock(leaseClock).build();
    }

    @AfterEach
    void close() throws SQLException {
        connections.close();
    }
}
