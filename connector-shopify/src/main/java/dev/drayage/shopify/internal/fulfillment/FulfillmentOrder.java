package dev.drayage.shopify.internal.fulfillment;

import dev.drayage.internal.json.JsonValue;
import dev.drayage.shopify.internal.api.Gid;
import java.util.List;
import java.util.Optional;

/**
 * What one location is to ship of one order. Its id does not last: moves, splits and holds make new ones, so it is read before
 * each use. Immutable.
 *
 * @param id Shopify's global id
 * @param status Shopify's word, which may be one that is not known yet
 * @param location number of the location; empty if it was deleted
 * @param locationName what people call the location
 * @param service whether the location is a fulfillment service's, which tells Shopify itself
 * @param waitsFor why it must wait, in words for people; empty if nothing is told
 * @param lines what is to be shipped
 */
record FulfillmentOrder(
        String id,
        String status,
        String location,
        String locationName,
        boolean service,
        String waitsFor,
        List<Line> lines) {

    /**
     * Units of a line.
     *
     * @param id Shopify's global id of this entry
     * @param lineItem number of the order's line item
     * @param remaining units that are still to be shipped
     */
    record Line(String id, String lineItem, int remaining) {}

    FulfillmentOrder {
        lines = List.copyOf(lines);
    }

    /** Reads one with all its lines. */
    static FulfillmentOrder of(JsonValue read, List<JsonValue> lines) {
        JsonValue place = read.at("assignedLocation");
        JsonValue location = place.at("location");
        List<String> holds = read.elements("fulfillmentHolds").stream()
                .map(hold -> hold.text("reason").orElse("?"))
                .toList();
        Optional<String> later =
                read.text("fulfillAt").filter(at -> read.requiredText("status").equals("SCHEDULED"));
        return new FulfillmentOrder(
                read.requiredText("id"),
                read.requiredText("status"),
                location.text("id").flatMap(Gid::parse).map(Gid::key).orElse(""),
                place.text("name").orElse(""),
                location.at("isFulfillmentService").flag().orElse(false),
                later.map(at -> "scheduled for " + at)
                        .orElse(holds.isEmpty() ? "" : "on hold: " + String.join(", ", holds)),
                lines.stream()
                        .map(line -> new Line(
                                line.requiredText("id"),
                                number(line.required("lineItem").requiredText("id")),
                                line.requiredWhole("remainingQuantity")))
                        .toList());
    }

    /** The number within a global id. */
    static String number(String gid) {
        return Gid.parse(gid).map(Gid::key).orElse(gid);
    }

    /** Whether units of it can be shipped now. */
    boolean isOpen() {
        return status.equals("OPEN") || status.equals("IN_PROGRESS");
    }

    /** Whether units of it can be shipped later. */
    boolean mustWait() {
        return status.equals("ON_HOLD") || status.equals("SCHEDULED");
    }

    /** Units of a line that are still to be shipped. */
    int remaining(String lineItem) {
        return lines.stream()
                .filter(line -> line.lineItem().equals(lineItem))
                .mapToInt(Line::remaining)
                .sum();
    }

    /** The location in words for people. */
    String at() {
        return locationName + " (" + (location.isEmpty() ? "deleted" : location) + ")";
    }
}
