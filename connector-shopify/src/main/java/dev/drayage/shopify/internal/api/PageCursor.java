package dev.drayage.shopify.internal.api;

import dev.drayage.spi.Cursor;
import dev.drayage.spi.CursorExpiredException;
import java.util.Optional;

/**
 * Where a list goes on, as the engine keeps it: Shopify's own cursor, the part of the reading that it belongs to, and the version
 * of the API that gave it, because a cursor is good in one version only. Immutable.
 *
 * @param part which of a source's lists
 * @param version the API version
 * @param after Shopify's cursor; empty for the first page of that list
 */
public record PageCursor(String part, String version, Optional<String> after) {
    private static final String FORMAT = "1";

    /** The cursor as the engine keeps it. */
    public Cursor toCursor() {
        return new Cursor(String.join(" ", FORMAT, part, version, after.orElse("")));
    }

    /**
     * Reads what {@link #toCursor()} wrote.
     *
     * @throws CursorExpiredException if it was written for another version of the API or of the library
     */
    public static PageCursor of(Cursor cursor, String version) {
        String[] parts = cursor.token().split(" ", 4);
        if (parts.length != 4 || !parts[0].equals(FORMAT) || !parts[2].equals(version)) {
            throw new CursorExpiredException(
                    "the cursor belongs to another api.version, or to another version of the library");
        }
        return new PageCursor(parts[1], version, Optional.of(parts[3]).filter(text -> !text.isEmpty()));
    }

    /** What to throw instead when Shopify refused a call that went on from this cursor. */
    public CursorExpiredException expired(String why) {
        return new CursorExpiredException("Shopify does not go on from the cursor of " + part + ": " + why);
    }
}
