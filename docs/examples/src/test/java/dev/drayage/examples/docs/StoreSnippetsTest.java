package dev.drayage.examples.docs;

import dev.drayage.call.TimeSource;
import dev.drayage.store.SyncStore;
import dev.drayage.store.jdbc.JdbcSyncStore;
import dev.drayage.testing.SyncStoreContract;
import java.util.UUID;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;

// tag::store-contract[]
/** Holds a store to the contract: every rule of it runs as a test. */
class StoreSnippetsTest extends SyncStoreContract {
    private final JdbcConnectionPool connections =
            JdbcConnectionPool.create("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "");

    @Override
    protected SyncStore open(TimeSource leaseClock) {
        return JdbcSyncStore.builder(connections)
                .tablePrefix("acme_sync_")
                .leaseClock(leaseClock)
                .build();
    }

    @AfterEach
    void close() {
        connections.dispose();
    }
}
// end::store-contract[]
