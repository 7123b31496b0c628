package dev.drayage.shopify.internal.webhooks;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Headers of a delivery: {@code X-Shopify-} before each name, or {@code Shopify-} in newer deliveries. Immutable. */
public final class DeliveryHeaders {
    private static final int LONGEST = 500;

    private final Map<String, List<String>> values;

    private DeliveryHeaders(Map<String, List<String>> values) {
        this.values = values;
    }

    /** Headers whose names are in any case. */
    public static DeliveryHeaders of(Map<String, List<String>> headers) {
        Map<String, List<String>> sorted = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.forEach((name, values) -> sorted.put(name, List.copyOf(values)));
        return new DeliveryHeaders(sorted);
    }

    /** The first value under a name without its prefix; empty if it is missing, blank or longer than any real one. */
    public Optional<String> find(String name) {
        List<String> found =
                values.getOrDefault("X-Shopify-" + name, values.getOrDefault("Shopify-" + name, List.of()));
        return found.stream()
                .findFirst()
                .map(String::strip)
                .filter(text -> !text.isEmpty() && text.length() <= LONGEST);
    }
}
