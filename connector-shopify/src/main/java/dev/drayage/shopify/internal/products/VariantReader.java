package dev.drayage.shopify.internal.products;

import dev.drayage.call.CallContext;
import dev.drayage.error.ErrorCode;
import dev.drayage.internal.json.JsonValue;
import dev.drayage.shopify.internal.api.PageTrail;
import dev.drayage.shopify.internal.api.Pages;
import dev.drayage.shopify.internal.api.SearchFilter;
import dev.drayage.shopify.internal.api.ShopifyApi;
import dev.drayage.shopify.internal.api.Variables;
import dev.drayage.shopify.internal.documents.Documents;
import dev.drayage.spi.Violation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Reads variants by SKU. Shopify's search goes by words in any case, so SKUs are compared here. Thread-safe. */
public final class VariantReader {
    /** A query of more SKUs gets too long for Shopify's search. */
    private static final int SKUS_AT_ONCE = 25;

    private final ShopifyApi api;

    /** Variants of one shop. */
    public VariantReader(ShopifyApi api) {
        this.api = api;
    }

    /** The variants of each SKU that has any. */
    public Map<String, List<ShopVariant>> bySku(Collection<String> skus, CallContext call) {
        Map<String, List<ShopVariant>> found = new HashMap<>();
        List<String> sorted = List.copyOf(new TreeSet<>(skus));
        for (int i = 0; i < sorted.size(); i += SKUS_AT_ONCE) {
            List<String> some = sorted.subList(i, Math.min(i + SKUS_AT_ONCE, sorted.size()));
            for (ShopVariant variant : search(some, call)) {
                if (some.contains(variant.sku())) {
                    found.computeIfAbsent(variant.sku(), sku -> new ArrayList<>())
                            .add(variant);
                }
            }
        }
        return found;
    }

    private List<ShopVariant> search(List<String> skus, CallContext call) {
        String filter = SearchFilter.all().isOneOf("sku", skus).toString();
        List<ShopVariant> variants = new ArrayList<>();
        PageTrail trail = new PageTrail("variants");
        Optional<String> after = Optional.empty();
        do {
            Variables variables = Variables.none()
                    .with("query", filter)
                    .with("first", skus.size() + 1)
                    .with("after", after);
            JsonValue page = api.execute(Documents.VARIANTS_BY_SKU, variables, call)
                    .root()
                    .required();
            Pages.nodes(page).forEach(variant -> variants.add(ShopVariant.of(variant)));
            after = trail.next(page);
        } while (after.isPresent());
        return variants;
    }

    /** Why no one variant stands for a SKU; empty if one does. */
    public static Optional<Violation> violation(String sku, List<ShopVariant> found) {
        if (found.isEmpty()) {
            return Optional.of(new Violation(ErrorCode.SKU_UNKNOWN, "sku", "the shop has no variant with SKU " + sku));
        }
        if (found.size() > 1) {
            return Optional.of(new Violation(
                    ErrorCode.SKU_AMBIGUOUS,
                    "sku",
                    "the shop has " + found.size() + " variants with SKU " + sku + ": "
                            + found.stream().map(ShopVariant::number).collect(Collectors.joining(", "))));
        }
        return Optional.empty();
    }
}
