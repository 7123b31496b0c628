package dev.drayage.shopify.internal.prices;

import dev.drayage.error.ErrorCode;
import dev.drayage.shopify.internal.products.SellingPrice;
import dev.drayage.shopify.internal.products.ShopVariant;
import dev.drayage.shopify.internal.products.VariantReader;
import dev.drayage.spi.Violation;
import dev.drayage.spi.Violations;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Which place at the shop a wish is about, decided from what was read. */
sealed interface PriceTarget {
    /** This place. */
    record At(PricePlace place) implements PriceTarget {}

    /** None: nothing to take back, or refused. */
    record Nowhere(Violations violations) implements PriceTarget {}

    /** A price that is taken back is the one that was told, whatever its SKU and list are called meanwhile. */
    static PriceTarget of(
            PriceWish wish, Map<String, List<ShopPriceList>> lists, Map<String, List<ShopVariant>> variants) {
        if (wish.price().isEmpty() && wish.stood().isPresent()) {
            return new At(wish.stood().get());
        }
        List<ShopPriceList> named = lists.getOrDefault(wish.list(), List.of());
        List<ShopVariant> same = variants.getOrDefault(wish.sku(), List.of());
        List<Violation> faults = new ArrayList<>();
        list(wish, named).ifPresent(faults::add);
        VariantReader.violation(wish.sku(), same).ifPresent(faults::add);
        wish.price().flatMap(price -> SellingPrice.violation(wish.sku(), price)).ifPresent(faults::add);
        return faults.isEmpty()
                ? new At(PricePlace.of(same.get(0).id(), named.get(0).id()))
                : new Nowhere(new Violations(faults));
    }

    private static Optional<Violation> list(PriceWish wish, List<ShopPriceList> named) {
        if (named.isEmpty()) {
            return Optional.of(new Violation(
                    ErrorCode.VALUE_UNMAPPED,
                    "priceList",
                    "the shop has no price list \"" + wish.list()
                            + "\"; make it in Shopify, or name another one in the sync's options"));
        }
        if (named.size() > 1) {
            return Optional.of(new Violation(
                    ErrorCode.MATCH_AMBIGUOUS,
                    "priceList",
                    "the shop has " + named.size() + " price lists \"" + wish.list() + "\": "
                            + named.stream()
                                    .map(list -> PricePlace.number(list.id()))
                                    .collect(Collectors.joining(", "))));
        }
        return wish.price()
                .filter(price ->
                        !price.currency().getCurrencyCode().equals(named.get(0).currency()))
                .map(price -> new Violation(
                        ErrorCode.CURRENCY_MISMATCH,
                        "price",
                        "price list \"" + wish.list() + "\" is in "
                                + named.get(0).currency() + ", the price of SKU " + wish.sku() + " in "
                                + price.currency()));
    }
}
