package dev.drayage.amazon.internal.api;

import dev.drayage.error.ConnectorException;
import dev.drayage.http.ApiResponse;
import dev.drayage.internal.json.Json;
import dev.drayage.internal.json.JsonLimits;
import dev.drayage.internal.json.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The first error of an answer, {@code {"errors": [{code, message, details}]}}. Codes are not uniform between the APIs,
 * so callers go by the status first. Every part may be empty; nothing here throws.
 *
 * @param code Amazon's code
 * @param message what is wrong, in English
 * @param details more of it
 */
public record AmazonError(String code, String message, String details) {
    private static final AmazonError NONE = new AmazonError("", "", "");
    private static final Json JSON = new Json(new JsonLimits(1 << 20, 20, 100_000, 60));
    private static final int LONGEST = 300;

    /** The error in an answer. */
    public static AmazonError of(ApiResponse answer) {
        if (answer.body().length == 0) {
            return NONE;
        }
        try {
            List<JsonValue> errors = JSON.read(answer.body(), "error").elements("errors");
            return errors.isEmpty() ? NONE : of(errors.get(0));
        } catch (ConnectorException e) {
            return NONE;
        }
    }

    private static AmazonError of(JsonValue error) {
        return new AmazonError(part(error, "code"), part(error, "message"), part(error, "details"));
    }

    private static String part(JsonValue error, String name) {
        String text = error.text(name).orElse("").strip();
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
    }

    /** Code, message and details in one line; empty if the answer told nothing. */
    public String text() {
        return Stream.of(code, message, details.equals(message) ? "" : details)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(": "));
    }

    /** Whether one of the parts contains a word, in any case. */
    public boolean mentions(String word) {
        return text().toLowerCase(Locale.ROOT).contains(word.toLowerCase(Locale.ROOT));
    }
}
