package dev.drayage.shopify.internal.api;

import dev.drayage.shopify.internal.graphql.CostEstimator;
import dev.drayage.shopify.internal.graphql.Document;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The price of each document at each page size: an estimate until Shopify has named it once, since then what it named last.
 * Thread-safe.
 */
final class LearntCosts {
    private final CostEstimator estimator = CostEstimator.ofDocuments();
    private final Map<Key, Integer> learnt = new ConcurrentHashMap<>();

    private record Key(String document, Map<String, Integer> sizes) {}

    int of(Document document, Variables variables) {
        Integer named = learnt.get(key(document, variables));
        return named != null ? named : document.estimate(estimator, variables.sizes());
    }

    void learn(Document document, Variables variables, QueryCost cost) {
        if (cost.requested() >= 1) {
            learnt.put(key(document, variables), (int) Math.ceil(cost.requested()));
        }
    }

    private static Key key(Document document, Variables variables) {
        Map<String, Integer> pages =
                document.largestPage().isPresent() && variables.sizes().containsKey(Document.PAGE_SIZE)
                        ? Map.of(Document.PAGE_SIZE, variables.sizes().get(Document.PAGE_SIZE))
                        : Map.of();
        return new Key(document.name(), pages);
    }
}
