package dev.drayage.shopify.internal.fulfillment;

import dev.drayage.model.ContentDigest;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One parcel as Shopify is told it. Immutable.
 *
 * @param order number of Shopify's order
 * @param units units by number of Shopify's line item
 * @param tracking how it is followed
 * @param place where it left, in the ERP's words
 */
record Parcel(String order, SortedMap<String, Integer> units, Tracking tracking, Optional<String> place) {
    Parcel {
        units = Collections.unmodifiableSortedMap(new TreeMap<>(units));
    }

    /** What tells whether Shopify holds this parcel: tracking numbers and units. */
    String contentDigest() {
        return contentDigest(tracking.numbers(), units);
    }

    /** The digest of a parcel's tracking numbers, in whatever order, and units. */
    static String contentDigest(List<String> numbers, Map<String, Integer> units) {
        return ContentDigest.of(
                numbers.stream().map(String::strip).sorted().distinct().toList(), units);
    }
}
