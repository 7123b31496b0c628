package dev.drayage.amazon.internal.listings;

import dev.drayage.amazon.internal.api.AmazonError;
import dev.drayage.error.ConnectorException;
import dev.drayage.error.ErrorCode;
import dev.drayage.error.OutcomeUnknownException;
import dev.drayage.http.ApiResponse;
import dev.drayage.internal.json.Json;
import dev.drayage.internal.json.JsonValue;
import dev.drayage.spi.Violation;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Amazon's answer to a submission. Status 200 means that it was read; whether it was taken says the word {@code status}: ACCEPTED
 * is a receipt, INVALID a refusal.
 */
sealed interface Submission {
    /** Amazon took it and works on it; what goes wrong later shows as an issue of the listing. */
    record Accepted() implements Submission {}

    /** Amazon refused it; nothing was written in this store. */
    record Refused(Violation violation) implements Submission {}

    /**
     * Reads an answer.
     *
     * @throws OutcomeUnknownException if it does not tell whether the submission was taken
     */
    static Submission of(String sku, String store, ApiResponse answer, Json json) {
        if (answer.status() >= 400 && answer.status() <= 499) {
            AmazonError error = AmazonError.of(answer);
            return refused(sku, store, error.text().isEmpty() ? "status " + answer.status() : error.text());
        }
        if (answer.status() != 200) {
            throw unknown("was answered with status " + answer.status(), answer, null);
        }
        try {
            JsonValue told = json.read(answer.body(), "patchListingsItem");
            String status = told.requiredText("status");
            return switch (status) {
                case "ACCEPTED" -> new Accepted();
                case "INVALID" -> refused(sku, store, issues(told));
                default -> throw unknown("was answered with the word " + status, answer, null);
            };
        } catch (OutcomeUnknownException e) {
            throw e;
        } catch (ConnectorException e) {
            throw unknown("got an answer that cannot be read", answer, e);
        }
    }

    private static OutcomeUnknownException unknown(String how, ApiResponse answer, @Nullable Throwable why) {
        return new OutcomeUnknownException(
                ErrorCode.OUTCOME_UNKNOWN,
                "patchListingsItem " + how,
                answer.status(),
                answer.requestId().orElse(null),
                why);
    }

    private static Refused refused(String sku, String store, String told) {
        String words = told.toLowerCase(Locale.ROOT);
        boolean noSuchSku = words.contains("sku")
                && (words.contains("not found") || words.contains("does not exist") || words.contains("not in the"));
        return new Refused(new Violation(
                noSuchSku ? ErrorCode.SKU_UNKNOWN : ErrorCode.REFUSED_BY_TARGET,
                noSuchSku ? "sku" : "fulfillment_availability",
                "Amazon refused the quantity of SKU " + sku + " in store " + store + ": " + told));
    }

    /** What is wrong, by code and message; warnings only if nothing graver is told. */
    private static String issues(JsonValue answer) {
        List<JsonValue> all = answer.elements("issues");
        List<JsonValue> errors = all.stream()
                .filter(issue -> issue.text("severity").orElse("ERROR").equals("ERROR"))
                .toList();
        String text = (errors.isEmpty() ? all : errors)
                .stream()
                        .map(issue -> Stream.of(issue.text("code"), issue.text("message"))
                                .flatMap(part -> part.stream())
                                .collect(Collectors.joining(": ")))
                        .collect(Collectors.joining("; "));
        return text.isEmpty() ? "it is INVALID, and no issue says why" : text;
    }
}
