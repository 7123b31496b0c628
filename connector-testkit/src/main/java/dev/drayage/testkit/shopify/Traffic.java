package dev.drayage.testkit.shopify;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What came over the wire: root fields that were asked for and refusals by code. Connections that were cut before the
 * request was looked at are not in it. Thread-safe.
 */
public final class Traffic {
    private final Map<String, Long> asked = new TreeMap<>();
    private final Map<String, Long> refused = new TreeMap<>();
    private final List<String> violations = new ArrayList<>();

    Traffic() {}

    synchronized void asked(String rootField) {
        asked.merge(rootField, 1L, Long::sum);
    }

    synchronized void refused(String code) {
        refused.merge(code, 1L, Long::sum);
    }

    synchronized void violation(String text) {
        violations.add(text);
    }

    /** How many times one root field, such as {@code orders} or {@code fulfillmentCreate}, was asked for. */
    public synchronized long count(String rootField) {
        return asked.getOrDefault(rootField, 0L);
    }

    /** Requests by root field. */
    public synchronized Map<String, Long> asked() {
        return Map.copyOf(asked);
    }

    /** Top-level errors by code, and refused HTTP requests by status. */
    public synchronized Map<String, Long> refused() {
        return Map.copyOf(refused);
    }

    /** How documents broke Shopify's own schema; empty unless the simulator validates against it. */
    public synchronized List<String> violations() {
        return List.copyOf(violations);
    }
}
