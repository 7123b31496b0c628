package dev.drayage.simulation;

import java.util.HashSet;
import java.util.Set;

/** Which SKUs the ERP knows. */
final class Catalogue {
    private final Set<String> seen = new HashSet<>();
    private final Set<String> unknown = new HashSet<>();

    /** It is sold for the first time, and nobody has entered it yet. */
    void lacks(String sku) {
        if (seen.add(sku)) {
            unknown.add(sku);
        }
    }

    /** Somebody enters it. */
    void enter(String sku) {
        unknown.remove(sku);
    }

    boolean knows(String sku) {
        return !unknown.contains(sku);
    }
}
