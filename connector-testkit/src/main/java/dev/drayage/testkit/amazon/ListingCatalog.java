package dev.drayage.testkit.amazon;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The seller's listings, one for each SKU. Thread-safe. */
public final class ListingCatalog {
    private final Map<String, SimulatedListing> listings = new LinkedHashMap<>();

    ListingCatalog() {}

    /** Puts a listing in, or replaces the one with its SKU. */
    public synchronized void put(SimulatedListing listing) {
        listings.put(listing.sku(), listing);
    }

    /** Takes a listing away. */
    public synchronized void remove(String sku) {
        listings.remove(sku);
    }

    /** One listing. */
    public synchronized Optional<SimulatedListing> listing(String sku) {
        return Optional.ofNullable(listings.get(sku));
    }

    /** All listings. */
    public synchronized List<SimulatedListing> all() {
        return List.copyOf(listings.values());
    }
}
