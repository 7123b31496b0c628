package dev.drayage.shopify.internal.api;

import dev.drayage.internal.json.JsonValue;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Why a mutation did not do what it was asked: a rule of the shop, told in the payload. Whatever stands there was not
 * carried out.
 *
 * @param list name of the list that held it; {@code userErrors} but for a few mutations
 * @param field where in the input; empty if it concerns all of it
 * @param message what is wrong, in English; not stable, and it may repeat what was sent
 * @param code stable code; many mutations give none
 */
public record UserError(String list, List<String> field, String message, Optional<String> code) {
    /** Ending of every name that such a list has. */
    private static final String LISTS = "serErrors";

    public UserError {
        field = List.copyOf(field);
    }

    /** All of them in the payload of a mutation. */
    static List<UserError> of(JsonValue payload) {
        if (!payload.node().isObject()) {
            return List.of();
        }
        return payload.node()
                .propertyStream()
                .filter(member ->
                        member.getKey().endsWith(LISTS) && member.getValue().isArray())
                .flatMap(member ->
                        payload.elements(member.getKey()).stream().map(error -> error(member.getKey(), error)))
                .toList();
    }

    private static UserError error(String list, JsonValue error) {
        JsonValue field = error.at("field");
        List<String> steps = field.node().isTextual()
                ? List.of(field.text().orElse(""))
                : field.elements().stream()
                        .flatMap(step -> step.text().stream())
                        .toList();
        return new UserError(
                list,
                steps,
                error.text("message").orElse(""),
                error.text("code").filter(code -> !code.isEmpty()));
    }

    /** The field with dots; empty if the error concerns all of the input. */
    public String place() {
        return String.join(".", field);
    }

    /** Whether it has this code. */
    public boolean is(String word) {
        return code.filter(word::equals).isPresent();
    }

    /** Code, place and message in one line. */
    public String text() {
        return code.map(word -> word + ": ").orElse("") + (field.isEmpty() ? "" : place() + ": ") + message;
    }

    /** All errors in one line. */
    public static String text(List<UserError> errors) {
        return errors.stream().map(UserError::text).collect(Collectors.joining("; "));
    }
}
