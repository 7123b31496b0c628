package dev.drayage.store;

import dev.drayage.call.TimeSource;
import dev.drayage.testing.SyncStoreContract;

final class InMemorySyncStoreTest extends SyncStoreContract {
    @Override
    protected SyncStore open(TimeSource leaseClock) {
        return new InMemorySyncStore(leaseClock);
    }
}
