package dev.drayage.mapping;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Translates one system's codes into another's, such as ship methods or carriers. Keys compare without case and without
 * white space around them. A code without an entry is a fault that names the map; there is no silent default. Immutable.
 */
public final class ValueMap {
    private final String name;
    private final Map<String, String> entries;

    private ValueMap(String name, Map<String, String> entries) {
        this.name = name;
        this.entries = entries;
    }

    /**
     * A map of the given entries.
     *
     * @throws IllegalArgumentException if two keys differ only in case or white space
     */
    public static ValueMap of(String name, Map<String, String> entries) {
        Map<String, String> normal = new TreeMap<>();
        entries.forEach((key, value) -> {
            if (normal.put(normal(key), value) != null) {
                throw new IllegalArgumentException("value map " + name + " has two entries for " + key);
            }
        });
        return new ValueMap(name, normal);
    }

    /** The name by which messages call it. */
    public String name() {
        return name;
    }

    /** The other system's code, if there is an entry. */
    public Optional<String> get(String code) {
        return Optional.ofNullable(entries.get(normal(code)));
    }

    private static String normal(String key) {
        return key.strip().toLowerCase(Locale.ROOT);
    }
}
