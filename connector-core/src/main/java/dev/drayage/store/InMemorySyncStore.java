package dev.drayage.store;

import dev.drayage.call.TimeSource;
import dev.drayage.model.AccountId;
import dev.drayage.spi.ConnectorState;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** A store that forgets with the process: for tests and trials. Thread-safe. */
public final class InMemorySyncStore implements SyncStore {
    private final TimeSource time;
    private final Map<String, InMemoryTenant> tenants = new ConcurrentHashMap<>();
    private final Map<String, ConnectorState> states = new ConcurrentHashMap<>();

    /** An empty store whose leases run on {@code time}. */
    public InMemorySyncStore(TimeSource time) {
        this.time = time;
    }

    @Override
    public Ledger ledger(String namespace) {
        return tenant(namespace);
    }

    @Override
    public Leases leases(String namespace) {
        return tenant(namespace).leases();
    }

    @Override
    public ConnectorState connectorState(String namespace, AccountId account) {
        return states.computeIfAbsent(namespace + " " + account, key -> new InMemoryState());
    }

    private InMemoryTenant tenant(String namespace) {
        return tenants.computeIfAbsent(namespace, key -> new InMemoryTenant(time));
    }

    private static final class InMemoryState implements ConnectorState {
        private final TreeMap<String, String> values = new TreeMap<>();

        @Override
        public synchronized Optional<String> get(String key) {
            return Optional.ofNullable(values.get(key));
        }

        @Override
        public synchronized Map<String, String> all(String prefix) {
            return Map.copyOf(values.subMap(prefix, prefix + Character.MAX_VALUE));
        }

        @Override
        public synchronized void put(String key, String value) {
            values.put(key, value);
        }

        @Override
        public synchronized boolean replace(String key, Optional<String> expected, String value) {
            if (!Optional.ofNullable(values.get(key)).equals(expected)) {
                return false;
            }
            values.put(key, value);
            return true;
        }

        @Override
        public synchronized void remove(String key) {
            values.remove(key);
        }
    }
}
