package dev.drayage.shopify.internal.api;

import dev.drayage.internal.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One entry of an answer's {@code errors}: Shopify, not the record's rules, refused something. The message holds no value of
 * a variable.
 *
 * @param kind what it means for the caller
 * @param code Shopify's code, which grows without notice; empty where it gives none
 * @param message what is wrong, in English
 * @param path where in the answer something is missing; empty if all of it is
 * @param access the access that was missing, in Shopify's words; empty for other errors
 */
public record TopLevelError(Kind kind, String code, String message, List<String> path, String access) {
    private static final int LONGEST = 400;
    private static final String REQUIRED = "Required access: ";
    /** An input that this version does not have is told as an invalid value; no other record would fare better. */
    private static final String NO_SUCH_INPUT = "Field is not defined on";

    /** What an error means. */
    public enum Kind {
        /** Out of points; nothing ran. */
        THROTTLED,
        /** The document asks for more than one query may; nothing ran. */
        TOO_DEAR,
        /** The app may not see or do this. */
        DENIED,
        /** An id that stands for nothing, or for something else. */
        NOT_FOUND,
        /** A value that the schema does not allow; nothing ran. */
        INVALID_VALUE,
        /** The document, or how it is called, does not fit the version of the API; nothing ran. */
        DOCUMENT_REFUSED,
        /** Shopify failed. */
        FAILED,
        /** A code that this version does not know. */
        UNKNOWN
    }

    private static final Map<String, Kind> KINDS = Map.ofEntries(
            Map.entry("THROTTLED", Kind.THROTTLED),
            Map.entry("MAX_COST_EXCEEDED", Kind.TOO_DEAR),
            Map.entry("ACCESS_DENIED", Kind.DENIED),
            Map.entry("RESOURCE_NOT_FOUND", Kind.NOT_FOUND),
            Map.entry("NOT_FOUND", Kind.NOT_FOUND),
            Map.entry("INVALID_VARIABLE", Kind.INVALID_VALUE),
            Map.entry("INTERNAL_SERVER_ERROR", Kind.FAILED),
            Map.entry("BAD_REQUEST", Kind.DOCUMENT_REFUSED),
            Map.entry("INVALID_FIELD_ARGUMENTS", Kind.DOCUMENT_REFUSED),
            Map.entry("undefinedField", Kind.DOCUMENT_REFUSED),
            Map.entry("undefinedType", Kind.DOCUMENT_REFUSED),
            Map.entry("undefinedDirective", Kind.DOCUMENT_REFUSED),
            Map.entry("argumentNotAccepted", Kind.DOCUMENT_REFUSED),
            Map.entry("missingRequiredArguments", Kind.DOCUMENT_REFUSED),
            Map.entry("argumentLiteralsIncompatible", Kind.DOCUMENT_REFUSED),
            Map.entry("missingRequiredInputObjectAttribute", Kind.DOCUMENT_REFUSED),
            Map.entry("variableMismatch", Kind.DOCUMENT_REFUSED),
            Map.entry("selectionMismatch", Kind.DOCUMENT_REFUSED));

    public TopLevelError {
        path = List.copyOf(path);
    }

    /** Reads the {@code errors} of an answer; a bare text, as some refusals have it, is one error without a code. */
    static List<TopLevelError> of(JsonValue errors) {
        if (!errors.isPresent()) {
            return List.of();
        }
        if (errors.node().isTextual()) {
            return List.of(
                    new TopLevelError(Kind.UNKNOWN, "", shortened(errors.text().orElse("")), List.of(), ""));
        }
        return errors.elements().stream().map(TopLevelError::error).toList();
    }

    private static TopLevelError error(JsonValue error) {
        JsonValue extensions = error.at("extensions");
        String code = extensions.text("code").orElse("");
        String told = error.text("message").orElse("");
        Kind kind = told.contains(NO_SUCH_INPUT) ? Kind.DOCUMENT_REFUSED : KINDS.getOrDefault(code, Kind.UNKNOWN);
        // Shopify repeats the refused value in quotation marks; it may be a buyer's.
        String message = kind == Kind.INVALID_VALUE ? told.replaceAll("\"[^\"]*\"", "\"...\"") : told;
        return new TopLevelError(
                kind, code, shortened(message), path(error), shortened(access(kind, extensions, message)));
    }

    private static List<String> path(JsonValue error) {
        return error.elements("path").stream()
                .flatMap(step -> step.text().stream())
                .toList();
    }

    private static String access(Kind kind, JsonValue extensions, String message) {
        if (kind != Kind.DENIED) {
            return "";
        }
        Optional<String> told = extensions.text("requiredAccess");
        int at = message.indexOf(REQUIRED);
        return told.orElseGet(() -> at < 0 ? "" : message.substring(at + REQUIRED.length()));
    }

    /** The path with dots; empty if all of the answer is concerned. */
    public String place() {
        return String.join(".", path);
    }

    /** Code, place and message in one line. */
    public String text() {
        return (code.isEmpty() ? "" : code + ": ") + (path.isEmpty() ? "" : place() + ": ") + message;
    }

    /** All errors in one line. */
    static String text(List<TopLevelError> errors) {
        return shortened(errors.stream().map(TopLevelError::text).collect(Collectors.joining("; ")));
    }

    private static String shortened(String text) {
        String line = text.strip();
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "...";
    }
}
