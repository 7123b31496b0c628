package dev.drayage.threepl.internal.exchange;

import java.time.Instant;
import java.util.List;

/**
 * What is known of a delivery, as it is kept in the connector's state. Immutable.
 *
 * @param key which delivery it is
 * @param folder the partner's folder
 * @param name the final name
 * @param size in bytes
 * @param digest SHA-256 of the content
 * @param stage how far it came
 * @param at when it came to this stage
 * @param route how it is made visible to the partner, fixed before the first byte is sent
 */
public record Delivery(
        String key, String folder, String name, long size, String digest, Stage stage, Instant at, Route route) {

    /** How far a delivery came; written down before the step that it announces. */
    public enum Stage {
        /** The spool has it; nothing was sent. */
        SPOOLED,
        /** It may have been sent, in part or in whole, but not so that the partner takes it. */
        UPLOADING,
        /** All of it is there and it may already be visible to the partner, or taken. */
        RELEASING,
        /** The partner has it or can have it. */
        SENT
    }

    /**
     * How a file that was sent becomes visible: by a rename from a temporary name, or by a marker beside it.
     *
     * @param folder where the first name stands: the temporary one, or the final one if there is a marker
     * @param name the first name
     * @param marker the marker's name; empty for a rename
     */
    record Route(String folder, String name, String marker) {
        boolean byMarker() {
            return !marker.isEmpty();
        }
    }

    /** Whether the partner has it or can have it. */
    public boolean isSent() {
        return stage == Stage.SENT;
    }

    Delivery at(Stage next, Instant now) {
        return new Delivery(key, folder, name, size, digest, next, now, route);
    }

    /** Names hold no control characters, so a tab ends each field. */
    String toRow() {
        return String.join(
                "\t",
                stage.name(),
                at.toString(),
                digest,
                Long.toString(size),
                folder,
                name,
                route.folder(),
                route.name(),
                route.marker());
    }

    static Delivery ofRow(String key, String row) {
        List<String> field = List.of(row.split("\t", -1));
        return new Delivery(
                key,
                field.get(4),
                field.get(5),
                Long.parseLong(field.get(3)),
                field.get(2),
                Stage.valueOf(field.get(0)),
                Instant.parse(field.get(1)),
                new Route(field.get(6), field.get(7), field.get(8)));
    }
}
