package dev.drayage.threepl.internal.shipstation;

import dev.drayage.error.UnavailableException;
import dev.drayage.http.ApiResponse;
import dev.drayage.internal.json.Json;
import dev.drayage.internal.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What ShipStation says is wrong, by its codes: its sentences may repeat what was sent of a buyer, so of those only the
 * names of fields are kept. Immutable.
 *
 * @param codes error codes, in order
 * @param fields names of the fields that the errors are about
 */
record ShipStationError(List<String> codes, List<String> fields) {
    /** Names of fields as the API writes them: nothing of a buyer looks like that. */
    private static final Pattern FIELD = Pattern.compile("\\b[a-z]+(?:_[a-z0-9]+)+\\b");

    /** Codes and fields as they stand by themselves: a sentence or a value is none. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_.\\[\\]-]{0,79}");

    ShipStationError {
        codes = List.copyOf(codes);
        fields = List.copyOf(fields);
    }

    /** The errors of an answer. */
    static ShipStationError of(ApiResponse answer, Json json, String operation) {
        try {
            return of(json.read(answer.body(), operation).elements("errors"));
        } catch (UnavailableException e) {
            return new ShipStationError(List.of("status " + answer.status()), List.of());
        }
    }

    /** The errors of an element, which may be objects or bare sentences. */
    static ShipStationError of(List<JsonValue> errors) {
        List<String> codes = new ArrayList<>();
        List<String> fields = new ArrayList<>();
        for (JsonValue error : errors) {
            if (error.node().isTextual()) {
                codes.add(word(error.text().orElse("")));
                FIELD.matcher(error.text().orElse("")).results().forEach(match -> fields.add(match.group()));
            } else {
                codes.add(error.text("error_code")
                        .or(() -> error.text("error_type"))
                        .filter(code -> NAME.matcher(code).matches())
                        .orElse("an error without a code"));
                error.text("field_name")
                        .filter(name -> NAME.matcher(name).matches())
                        .ifPresent(fields::add);
            }
        }
        return new ShipStationError(codes, fields);
    }

    /** A sentence as what it can safely tell: whether it speaks of a double. */
    private static String word(String sentence) {
        String lower = sentence.toLowerCase(Locale.ROOT);
        return lower.contains("external_shipment_id") || lower.contains("already exists") || lower.contains("duplicate")
                ? "duplicate external_shipment_id"
                : "an error without a code";
    }

    /** Whether the name is taken already. */
    boolean isDuplicate() {
        return codes.stream()
                        .map(code -> code.toLowerCase(Locale.ROOT))
                        .anyMatch(code -> code.contains("duplicate")
                                || code.contains("already_exists")
                                || code.contains("not_unique"))
                || fields.contains("external_shipment_id");
    }

    /** All of it in one line. */
    String text() {
        return String.join(", ", codes) + (fields.isEmpty() ? "" : " about " + String.join(", ", fields));
    }
}
