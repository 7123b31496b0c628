package dev.drayage.shopify.internal.fulfillment;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Predicate;

/**
 * Looks for a parcel among an order's fulfillments, whoever told them. Shopify keeps no key of ours with a fulfillment
 * ({@code fulfillmentCreate} takes none), so tracking numbers and units decide. Immutable.
 */
final class ParcelSearch {
    /** How far Shopify's clock and the host's may be apart. */
    private static final Duration CLOCKS_APART = Duration.ofMinutes(5);

    private final List<Fulfillment> candidates;

    /**
     * A search.
     *
     * @param shipped all fulfillments of the order
     * @param others numbers of those that are known to be other parcels
     * @param ofAnother tells of further ones, by number
     */
    ParcelSearch(List<Fulfillment> shipped, Set<String> others, Predicate<String> ofAnother) {
        candidates = shipped.stream()
                .filter(Fulfillment::standing)
                .filter(found -> !others.contains(found.number()) && !ofAnother.test(found.number()))
                .toList();
    }

    /** The one with the same tracking numbers, of which there is at least one, and the same units. */
    Optional<Fulfillment> tracked(String contentDigest) {
        return same(contentDigest).filter(found -> !found.tracking().numbers().isEmpty());
    }

    /** The one with the same tracking numbers, be it none, and the same units. */
    Optional<Fulfillment> same(String contentDigest) {
        return candidates.stream()
                .filter(found -> found.contentDigest().equals(contentDigest))
                .findFirst();
    }

    /** The one that was sent at an instant or later; one without tracking numbers is only believed if it is not older. */
    Optional<Fulfillment> sent(String contentDigest, Instant sentAt) {
        return candidates.stream()
                .filter(found -> found.contentDigest().equals(contentDigest))
                .filter(found -> !found.tracking().numbers().isEmpty()
                        || !found.createdAt().isBefore(sentAt.minus(CLOCKS_APART)))
                .findFirst();
    }

    /** The one with the same units; one that has no tracking yet goes first. */
    Optional<Fulfillment> withUnits(SortedMap<String, Integer> units) {
        List<Fulfillment> found =
                candidates.stream().filter(each -> each.units().equals(units)).toList();
        return found.stream()
                .filter(each -> each.tracking().numbers().isEmpty())
                .findFirst()
                .or(() -> found.stream().findFirst());
    }
}
