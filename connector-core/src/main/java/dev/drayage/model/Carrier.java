package dev.drayage.model;

/**
 * Who carries a parcel, in the source's own words. Connectors translate it by a map that the host controls.
 *
 * @param name the source's name or code
 */
public record Carrier(String name) {
    /** The source does not tell. */
    public static final Carrier UNKNOWN = new Carrier("");

    /** Whether the source tells a carrier. */
    public boolean isKnown() {
        return !name.isBlank();
    }
}
