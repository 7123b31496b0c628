package dev.drayage.shopify.internal.fulfillment;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which of the latest fulfillments this process told, and for which parcel: so that a parcel with the same contents and the
 * same tracking number as the one before it is not taken for that one. Bounded; thread-safe.
 */
final class OwnFulfillments {
    private static final int MOST = 10_000;

    private final Map<String, String> parcels = new LinkedHashMap<>();

    /** A fulfillment is a parcel's. */
    synchronized void keep(String fulfillment, String parcel) {
        parcels.remove(fulfillment);
        parcels.put(fulfillment, parcel);
        if (parcels.size() > MOST) {
            parcels.remove(parcels.keySet().iterator().next());
        }
    }

    /** Whether a fulfillment is known to be another parcel's. */
    synchronized boolean isOfAnother(String fulfillment, String parcel) {
        return !parcels.getOrDefault(fulfillment, parcel).equals(parcel);
    }

    /** The fulfillment that was told last for a parcel. */
    synchronized Optional<String> of(String parcel) {
        return parcels.entrySet().stream()
                .filter(entry -> entry.getValue().equals(parcel))
                .map(Map.Entry::getKey)
                .reduce((earlier, later) -> later);
    }
}
