package dev.drayage.amazon.internal.listings;

import dev.drayage.error.ErrorCode;
import dev.drayage.spi.Violation;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A SKU in all stores of the settings that list it. Immutable.
 *
 * @param sku the SKU
 * @param offers what each store shows; stores without such a listing are left out
 */
record ListedOffers(String sku, List<ListedOffer> offers) {
    ListedOffers {
        offers = List.copyOf(offers);
    }

    /** Those whose stock is the merchant's own; what lies at Amazon is never touched. */
    List<ListedOffer> own() {
        return offers.stream().filter(ListedOffer::takesOwnStock).toList();
    }

    /** Whether nothing is left to tell in any store. */
    boolean stand(int units) {
        return !own().isEmpty() && own().stream().allMatch(offer -> offer.stands(units));
    }

    /** Why no quantity can be told; empty if it can. */
    Optional<Violation> objection(List<String> stores) {
        if (offers.isEmpty()) {
            return Optional.of(new Violation(
                    ErrorCode.SKU_UNKNOWN,
                    "sku",
                    "the seller has no listing with SKU " + sku + " in " + stores
                            + ", letter by letter; list it there, or correct the SKU at either side"));
        }
        return own().isEmpty()
                ? Optional.of(new Violation(
                        ErrorCode.REFUSED_BY_TARGET,
                        "fulfillment_channel_code",
                        "SKU " + sku + " is sold from stock at Amazon only ("
                                + offers.stream()
                                        .flatMap(offer -> offer.channels().stream())
                                        .distinct()
                                        .sorted()
                                        .collect(Collectors.joining(", "))
                                + "), which no merchant sets; change the listing to be shipped by the merchant, or keep"
                                + " the SKU out of this sync"))
                : Optional.empty();
    }
}
