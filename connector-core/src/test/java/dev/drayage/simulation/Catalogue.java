package dev.drayage.simulation;

import java.util.HashSet;
import java.util.Set;

/** Which SKUs the ERP knows. */
final class Catalogue {
    private final Set<String> unknown = new HashSet<>();

    /** Nobody has entered it yet. */
    void forget(String sku) {
        unknown.add(sku);
    }

    /** Somebody enters it. */
    void enter(String sku) {
        unknown.remove(sku);
    }

    boolean knows(String sku) {
        return !unknown.contains(sku);
    }
}
