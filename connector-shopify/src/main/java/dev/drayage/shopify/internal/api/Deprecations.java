package dev.drayage.shopify.internal.api;

import dev.drayage.http.ApiResponse;
import dev.drayage.shopify.internal.graphql.Document;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What Shopify says will end ({@code X-Shopify-API-Deprecated-Reason}); each document's reason is logged once. Thread-safe. */
final class Deprecations {
    private static final Logger LOG = LoggerFactory.getLogger(ShopifyApi.class);
    private static final String REASON = "X-Shopify-API-Deprecated-Reason";

    private final Map<String, String> told = new ConcurrentHashMap<>();

    void notice(Document document, ApiResponse response) {
        response.header(REASON).ifPresent(reason -> {
            if (!reason.equals(told.put(document.name(), reason))) {
                LOG.warn("{} uses something that Shopify will end: {}", document.name(), reason);
            }
        });
    }

    /** Document and reason, in the order of names. */
    List<String> all() {
        return new TreeMap<>(told)
                .entrySet().stream()
                        .map(entry -> entry.getKey() + ": " + entry.getValue())
                        .toList();
    }
}
