package dev.drayage.settings;

import java.util.Map;
import java.util.Optional;

/** Settings that were read and checked against a schema. Immutable; printing shows names only. */
public final class Settings {
    private final Map<String, Object> values;

    Settings(Map<String, Object> values) {
        this.values = Map.copyOf(values);
    }

    /** The value of a setting that is mandatory or has a fallback. */
    public <T> T get(Setting<T> setting) {
        return find(setting)
                .orElseThrow(() -> new IllegalArgumentException("setting " + setting.name() + " has no value"));
    }

    /** The value of a setting, if it was given or has a fallback. */
    @SuppressWarnings("unchecked") // the schema parsed it with this setting's own parser
    public <T> Optional<T> find(Setting<T> setting) {
        return Optional.ofNullable((T) values.get(setting.name()));
    }

    @Override
    public String toString() {
        return "Settings" + values.keySet();
    }
}
