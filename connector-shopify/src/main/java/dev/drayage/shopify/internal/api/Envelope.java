package dev.drayage.shopify.internal.api;

import dev.drayage.error.ConnectorException;
import dev.drayage.internal.json.JsonValue;
import java.util.List;
import java.util.Optional;

/**
 * A parsed body: {@code data}, {@code errors} and {@code extensions}. Immutable.
 *
 * @param body the whole body
 * @param errors what Shopify refused
 * @param cost what it says about points
 */
record Envelope(JsonValue body, List<TopLevelError> errors, Optional<QueryCost> cost) {

    /**
     * Takes a body apart.
     *
     * @throws ConnectorException if it is not built as an answer is
     */
    static Envelope of(JsonValue body) {
        return new Envelope(body, TopLevelError.of(body.at("errors")), QueryCost.of(body));
    }

    JsonValue data() {
        return body.at("data");
    }

    boolean has(TopLevelError.Kind kind) {
        return errors.stream().anyMatch(error -> error.kind() == kind);
    }

    List<TopLevelError> errors(TopLevelError.Kind kind) {
        return errors.stream().filter(error -> error.kind() == kind).toList();
    }

    /** Filters that Shopify did not understand and left out, so that everything matched. */
    List<String> ignoredFilters() {
        return body.at("extensions").elements("search").stream()
                .flatMap(search -> search.elements("warnings").stream())
                .map(warning -> warning.text("code").orElse("warning") + " "
                        + warning.text("field").orElse(""))
                .map(String::strip)
                .distinct()
                .toList();
    }
}
