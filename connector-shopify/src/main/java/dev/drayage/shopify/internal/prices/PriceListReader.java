package dev.drayage.shopify.internal.prices;

import dev.drayage.call.CallContext;
import dev.drayage.internal.json.JsonValue;
import dev.drayage.shopify.internal.api.PageTrail;
import dev.drayage.shopify.internal.api.Pages;
import dev.drayage.shopify.internal.api.SearchFilter;
import dev.drayage.shopify.internal.api.ShopifyApi;
import dev.drayage.shopify.internal.api.Variables;
import dev.drayage.shopify.internal.documents.Documents;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads price lists and what they fix. Thread-safe. */
final class PriceListReader {
    /** A query of more variants gets too long for Shopify's search. */
    private static final int VARIANTS_AT_ONCE = 25;

    private final ShopifyApi api;

    PriceListReader(ShopifyApi api) {
        this.api = api;
    }

    /** Every price list by its name, which Shopify does not keep unique. */
    Map<String, List<ShopPriceList>> byName(CallContext call) {
        Map<String, List<ShopPriceList>> lists = new HashMap<>();
        PageTrail trail = new PageTrail("price lists");
        Optional<String> after = Optional.empty();
        do {
            JsonValue page = api.execute(Documents.PRICE_LISTS, Variables.none().with("after", after), call)
                    .root()
                    .required();
            Pages.nodes(page)
                    .forEach(node -> lists.computeIfAbsent(node.text("name").orElse(""), name -> new ArrayList<>())
                            .add(ShopPriceList.of(node)));
            after = trail.next(page);
        } while (after.isPresent());
        return lists;
    }

    /** What stands at those of the places that have a fixed price. */
    Map<PricePlace, FixedPrice> standing(Collection<PricePlace> places, CallContext call) {
        Map<String, Set<String>> byList = new TreeMap<>();
        places.forEach(place ->
                byList.computeIfAbsent(place.list(), list -> new TreeSet<>()).add(place.variant()));
        Map<PricePlace, FixedPrice> standing = new HashMap<>();
        byList.forEach((list, wanted) -> {
            List<String> variants = List.copyOf(wanted);
            for (int i = 0; i < variants.size(); i += VARIANTS_AT_ONCE) {
                read(list, variants.subList(i, Math.min(i + VARIANTS_AT_ONCE, variants.size())), standing, call);
            }
        });
        standing.keySet().retainAll(Set.copyOf(places));
        return standing;
    }

    private void read(String list, List<String> variants, Map<PricePlace, FixedPrice> standing, CallContext call) {
        String filter = SearchFilter.all().isOneOf("variant_id", variants).toString();
        String gid = new PricePlace(variants.get(0), list).listGid();
        PageTrail trail = new PageTrail("fixed prices");
        Optional<String> after = Optional.empty();
        do {
            JsonValue found = api.execute(
                            Documents.FIXED_PRICES,
                            Variables.id(gid)
                                    .with("query", filter)
                                    .with("first", variants.size() + 1)
                                    .with("after", after),
                            call)
                    .root();
            if (!found.isPresent()) {
                return;
            }
            JsonValue page = found.required("prices");
            for (JsonValue row : Pages.nodes(page)) {
                standing.put(PricePlace.of(row.required("variant").requiredText("id"), gid), FixedPrice.of(row));
            }
            after = trail.next(page);
        } while (after.isPresent());
    }
}
