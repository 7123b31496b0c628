package dev.drayage.netsuite.internal.itemfulfillment;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drayage.error.ErrorCode;
import dev.drayage.error.UnavailableException;
import dev.drayage.internal.json.JsonValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * One package as a fulfillment holds it.
 *
 * @param home the sublist it stands in
 * @param trackingNumbers numbers, the leading one first
 * @param description what people or we wrote on it
 * @param weight weight in the account's unit
 */
record PackageRow(PackageSublist home, List<String> trackingNumbers, String description, Optional<BigDecimal> weight) {
    PackageRow {
        trackingNumbers = List.copyOf(trackingNumbers);
    }

    /** All packages of a fulfillment that was read whole, in order; those without a number and repeated ones are left out. */
    static List<PackageRow> of(JsonValue fulfillment) {
        List<PackageRow> rows = new ArrayList<>();
        Set<List<String>> seen = new HashSet<>();
        for (PackageRow row : all(fulfillment)) {
            if (!row.trackingNumbers().isEmpty() && seen.add(row.trackingNumbers())) {
                rows.add(row);
            }
        }
        return rows;
    }

    /** The sublist that the account uses for a fulfillment. */
    static PackageSublist home(JsonValue fulfillment) {
        return all(fulfillment).stream().map(PackageRow::home).findFirst().orElse(PackageSublist.PLAIN);
    }

    private static List<PackageRow> all(JsonValue fulfillment) {
        List<PackageRow> rows = new ArrayList<>();
        for (PackageSublist sublist : PackageSublist.values()) {
            JsonValue list = fulfillment.at(sublist.sublist());
            List<JsonValue> found = list.elements("items");
            int counted = list.at("totalResults").whole().orElse(found.size());
            if (counted != found.size()) {
                throw new UnavailableException(
                        ErrorCode.ANSWER_MALFORMED,
                        "the record has " + counted + " rows of " + sublist.sublist() + " and shows " + found.size());
            }
            for (JsonValue row : found) {
                rows.add(new PackageRow(
                        sublist,
                        numbers(text(row, "packagetrackingnumber", "trackingnumber")),
                        text(row, "packagedescr", "packagedescription"),
                        member(row, "packageweight").decimal()));
            }
        }
        return rows;
    }

    /** The numbers that one text holds: people separate them by comma, blank or line break. */
    static List<String> numbers(String text) {
        return Arrays.stream(text.split("(?i)<br\\s*/?>|[,;\\s]+", -1))
                .map(String::strip)
                .filter(number -> !number.isEmpty())
                .distinct()
                .toList();
    }

    private static String text(JsonValue row, String... names) {
        for (String name : names) {
            Optional<String> text = member(row, name).text();
            if (text.isPresent()) {
                return text.get();
            }
        }
        return "";
    }

    /** The member of that name, whatever its case and its carrier's suffix; never the one for returns. */
    private static JsonValue member(JsonValue row, String name) {
        JsonNode node = row.node();
        for (PackageSublist sublist : PackageSublist.values()) {
            String wanted = sublist.field(name).toLowerCase(Locale.ROOT);
            for (var names = node.fieldNames(); names.hasNext(); ) {
                String candidate = names.next();
                if (candidate.toLowerCase(Locale.ROOT).equals(wanted)) {
                    return row.at(candidate);
                }
            }
        }
        return row.at(name);
    }
}
