package dev.drayage;

import dev.drayage.error.StoreException;
import dev.drayage.spi.ConnectorState;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Connector state whose failures are told apart from those of the connector that uses it: whatever a host's store throws
 * arrives at the engine as a {@link StoreException} and never as a fault of a record. Thread-safe as the store is.
 */
final class GuardedState implements ConnectorState {
    private final ConnectorState state;

    GuardedState(ConnectorState state) {
        this.state = state;
    }

    @Override
    public Optional<String> get(String key) {
        return guarded("reading connector state", () -> state.get(key));
    }

    @Override
    public Map<String, String> all(String prefix) {
        return guarded("reading connector state", () -> state.all(prefix));
    }

    @Override
    public void put(String key, String value) {
        guarded("setting connector state", () -> {
            state.put(key, value);
            return true;
        });
    }

    @Override
    public boolean replace(String key, Optional<String> expected, String value) {
        return guarded("setting connector state", () -> state.replace(key, expected, value));
    }

    @Override
    public void remove(String key) {
        guarded("removing connector state", () -> {
            state.remove(key);
            return true;
        });
    }

    private static <T> T guarded(String what, Supplier<T> work) {
        try {
            return work.get();
        } catch (StoreException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new StoreException(
                    "the store failed: " + what + " (" + e.getClass().getName() + ")", e);
        }
    }
}
