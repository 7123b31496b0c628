package dev.drayage.examples.docs;

import dev.drayage.call.TimeSource;
import dev.drayage.store.SyncStore;
import dev.drayage.store.jdbc.JdbcSyncStore;
import dev.drayage.testing.SyncStoreContract;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;

// tag::store-contract[]
/** Holds a store to the contract: every rule of it runs as a test. */
class StoreSnippetsTest extends SyncStoreContract {
    @TempDir
    Path folder;

    @Override
    protected SyncStore open(TimeSource leaseClock) {
        SQLiteDataSource dataSource = new SQLiteDataSource();
        dataSource.setUrl("jdbc:sqlite:" + folder.resolve("store.db") + "?synchronous=FULL");
        return JdbcSyncStore.builder(dataSource)
                .tablePrefix("acme_sync_")
                .leaseClock(leaseClock)
                .build();
    }
}
// end::store-contract[]
