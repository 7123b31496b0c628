package dev.drayage.threepl.internal.exchange;

import dev.drayage.spi.ConnectorState;
import java.util.Map;
import java.util.Optional;

/** The state of a connector in a process that may die at each write. */
record MortalState(ConnectorState state, Death death) implements ConnectorState {
    @Override
    public Optional<String> get(String key) {
        return state.get(key);
    }

    @Override
    public Map<String, String> all(String prefix) {
        return state.all(prefix);
    }

    @Override
    public void put(String key, String value) {
        if (key.length() > 200 || value.length() > 4000) {
            throw new IllegalArgumentException("too long for the store: " + key);
        }
        death.call(() -> {
            state.put(key, value);
            return true;
        });
    }

    @Override
    public boolean replace(String key, Optional<String> expected, String value) {
        return death.call(() -> state.replace(key, expected, value));
    }

    @Override
    public void remove(String key) {
        death.call(() -> {
            state.remove(key);
            return true;
        });
    }
}
