package dev.drayage.store.jdbc;

import dev.drayage.call.TimeSource;
import dev.drayage.store.SyncStore;
import dev.drayage.testing.IdleConnections;
import dev.drayage.testing.SyncStoreContract;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

final class JdbcSyncStoreOnH2Test extends SyncStoreContract {
    private final IdleConnections connections;

    JdbcSyncStoreOnH2Test(@TempDir Path directory) {
        connections = Embedded.H2.open(directory.resolve("store"));
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
