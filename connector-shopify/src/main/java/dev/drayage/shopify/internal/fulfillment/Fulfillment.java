package dev.drayage.shopify.internal.fulfillment;

import dev.drayage.internal.json.JsonValue;
import dev.drayage.shopify.internal.api.ShippedUnits;
import dev.drayage.shopify.internal.api.Vocabulary;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A parcel that was told to Shopify, by whomever. Immutable.
 *
 * @param id Shopify's global id
 * @param number its number
 * @param standing whether it counts; not if it was cancelled or failed
 * @param createdAt when it was told, in UTC
 * @param tracking how it is followed
 * @param units units by number of the line item
 */
record Fulfillment(
        String id,
        String number,
        boolean standing,
        Instant createdAt,
        Tracking tracking,
        SortedMap<String, Integer> units) {
    Fulfillment {
        units = Collections.unmodifiableSortedMap(new TreeMap<>(units));
    }

    /** Reads one with all its lines. */
    static Fulfillment of(JsonValue read, List<JsonValue> lines) {
        SortedMap<String, Integer> units = new TreeMap<>();
        for (JsonValue line : lines) {
            units.merge(
                    FulfillmentOrder.number(line.required("lineItem").requiredText("id")),
                    line.requiredWhole("quantity"),
                    Integer::sum);
        }
        ShippedUnits.mustComeToTotal(read, lines);
        String id = read.requiredText("id");
        String status = read.requiredWord("status", Vocabulary.FULFILLMENT_STATUSES);
        return new Fulfillment(
                id,
                FulfillmentOrder.number(id),
                !status.equals("CANCELLED") && !status.equals("ERROR") && !status.equals("FAILURE"),
                read.requiredInstant("createdAt"),
                tracking(read.requiredElements("trackingInfo")),
                units);
    }

    private static Tracking tracking(List<JsonValue> rows) {
        rows.forEach(row -> row.required().asked("number"));
        return new Tracking(
                rows.stream()
                        .flatMap(row -> row.text("company").stream())
                        .findFirst()
                        .orElse(""),
                rows.stream()
                        .flatMap(row -> row.text("number").stream())
                        .filter(number -> !number.isEmpty())
                        .toList(),
                rows.stream()
                        .flatMap(row -> row.text("url").stream())
                        .filter(url -> !url.isEmpty())
                        .toList());
    }

    /** What tells whether it is a certain parcel: tracking numbers and units. */
    String contentDigest() {
        return Parcel.contentDigest(tracking.numbers(), units);
    }

    /** In words for people. */
    String describe() {
        return "fulfillment " + number + " with lines " + units + " and tracking " + tracking.numbers();
    }
}
