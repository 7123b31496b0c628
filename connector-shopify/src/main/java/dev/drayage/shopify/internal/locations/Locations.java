package dev.drayage.shopify.internal.locations;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Which of Shopify's locations a place of the ERP stands for. Names compare without case. Immutable. */
public final class Locations {
    private final Map<String, String> places;

    /** From numbers of locations to places. */
    public Locations(Map<String, String> places) {
        this.places = Map.copyOf(places);
    }

    /** The locations of a place; none if it has no entry. */
    public Set<String> of(Optional<String> place) {
        Set<String> found = new TreeSet<>();
        place.ifPresent(name -> places.forEach((location, other) -> {
            if (normal(other).equals(normal(name))) {
                found.add(location);
            }
        }));
        return found;
    }

    private static String normal(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
