package dev.drayage.shopify.internal.api;

import dev.drayage.error.AuthorisationException;
import dev.drayage.error.ConnectorException;
import dev.drayage.error.DefectException;
import dev.drayage.error.ErrorCode;
import dev.drayage.error.OutcomeUnknownException;
import dev.drayage.error.SettingsException;
import dev.drayage.error.UnavailableException;
import dev.drayage.http.ApiResponse;
import dev.drayage.internal.json.JsonValue;
import dev.drayage.shopify.internal.graphql.Document;
import java.util.List;

/**
 * Turns what came over the wire into an {@link Answer}, or into what is to be thrown. Thrown is what no single record is to
 * blame for: missing access to all that was asked, a retired version, a filter that was not understood, a document that
 * does not fit. Where a mutation may have been carried out nevertheless, that is said. Thread-safe.
 */
final class AnswerReader {
    static final String VERSION = "X-Shopify-API-Version";

    private final ShopifyAnswers answers;
    private final String version;

    /** A reader of answers that are expected in one version of the API. */
    AnswerReader(ShopifyAnswers answers, String version) {
        this.answers = answers;
        this.version = version;
    }

    /**
     * Reads an answer.
     *
     * @throws ConnectorException as the class says
     */
    Answer read(Document document, ApiResponse response) {
        if (response.status() != 200) {
            throw refused(document, response);
        }
        response.header(VERSION).filter(told -> !told.equals(version)).ifPresent(told -> {
            throw fallenForward(document, response, told);
        });
        Envelope envelope = answers.envelope(response).orElseThrow(() -> unclear(document, response, "cannot be read"));
        List<String> ignored = envelope.ignoredFilters();
        if (!ignored.isEmpty()) {
            throw defect(
                    document, response, "its filter was not understood, so everything would have matched: " + ignored);
        }
        JsonValue root = envelope.data().at(document.root());
        judge(document, response, envelope, root);
        return new Answer(root, envelope.errors(), UserError.of(root), envelope.cost(), response.requestId());
    }

    private static void judge(Document document, ApiResponse response, Envelope envelope, JsonValue root) {
        String all = TopLevelError.text(envelope.errors());
        if (envelope.has(TopLevelError.Kind.FAILED) || envelope.has(TopLevelError.Kind.THROTTLED)) {
            throw unclear(document, response, "was not given: " + all);
        }
        if (document.isMutation() && root.isPresent()) {
            return;
        }
        if (envelope.has(TopLevelError.Kind.TOO_DEAR) || envelope.has(TopLevelError.Kind.DOCUMENT_REFUSED)) {
            throw defect(document, response, all);
        }
        if (root.isPresent()) {
            return;
        }
        // A part that must not be null takes all above it along: then the mutation ran, and the record is there.
        boolean takenAlong =
                envelope.errors().stream().anyMatch(error -> error.path().size() > 1);
        if (takenAlong && (document.isMutation() || !envelope.has(TopLevelError.Kind.DENIED))) {
            throw unclear(document, response, "was not given, because a part of it was refused: " + all);
        }
        if (envelope.has(TopLevelError.Kind.INVALID_VALUE) && !document.isMutation()) {
            // Nobody's record is at fault, and it must not look as if there were none.
            throw defect(document, response, all);
        }
        if (envelope.has(TopLevelError.Kind.DENIED)) {
            throw denied(document, response, envelope.errors(TopLevelError.Kind.DENIED));
        }
        if (envelope.has(TopLevelError.Kind.UNKNOWN)) {
            throw unclear(document, response, "was not given: " + all);
        }
        if (envelope.errors().isEmpty()
                && (document.isMutation()
                        || !envelope.data().isPresent()
                        || !envelope.data().node().has(document.root()))) { // no record is a null, not nothing
            throw unclear(document, response, "lacks its data");
        }
    }

    private static ConnectorException denied(Document document, ApiResponse response, List<TopLevelError> errors) {
        TopLevelError first = errors.get(0);
        String access = first.access().isEmpty() ? first.message() : first.access();
        return new AuthorisationException(
                ErrorCode.PERMISSION_MISSING,
                document.name() + " was refused: the app lacks access to "
                        + (first.path().isEmpty() ? document.root() : first.place()) + "; it needs " + access,
                response.status(),
                response.requestId().orElse(null),
                null);
    }

    private ConnectorException fallenForward(Document document, ApiResponse response, String told) {
        String message = "api.version " + version + " is not served any more: Shopify answered with " + told
                + " instead; set api.version to a version that it supports";
        return document.isMutation()
                ? new OutcomeUnknownException(
                        ErrorCode.OUTCOME_UNKNOWN,
                        document.name() + " was carried out in another version than asked: " + message,
                        response.status(),
                        response.requestId().orElse(null),
                        null)
                : new SettingsException(List.of(message));
    }

    private static ConnectorException refused(Document document, ApiResponse response) {
        int status = response.status();
        String name = document.name() + " was refused with status " + status;
        String id = response.requestId().orElse(null);
        return switch (status) {
            case 403 ->
                new AuthorisationException(
                        ErrorCode.PERMISSION_MISSING,
                        name + ": the app may not call this shop; install it again and grant its scopes",
                        status,
                        id,
                        null);
            case 301, 302, 307, 308, 404 ->
                new AuthorisationException(
                        ErrorCode.WRONG_ACCOUNT,
                        name + ": no shop answers under this name, or not in this api.version",
                        status,
                        id,
                        null);
            case 402, 423 ->
                new UnavailableException(
                        ErrorCode.SERVICE_FAILURE,
                        name + ": the shop is frozen or locked; its owner must settle that with Shopify",
                        status,
                        id,
                        null);
            default -> new UnavailableException(ErrorCode.SERVICE_FAILURE, name, status, id, null);
        };
    }

    private static ConnectorException defect(Document document, ApiResponse response, String what) {
        return new DefectException(
                ErrorCode.DEFECT,
                document.name() + ": " + what,
                response.status(),
                response.requestId().orElse(null),
                null);
    }

    /** No usable answer: a read can be made again, of a mutation nobody knows whether it was carried out. */
    private static ConnectorException unclear(Document document, ApiResponse response, String what) {
        String message = "the answer of " + document.name() + " " + what;
        return document.isMutation()
                ? new OutcomeUnknownException(
                        ErrorCode.OUTCOME_UNKNOWN,
                        message + "; it may have been carried out",
                        response.status(),
                        response.requestId().orElse(null),
                        null)
                : new UnavailableException(
                        what.startsWith("was") ? ErrorCode.SERVICE_FAILURE : ErrorCode.ANSWER_MALFORMED,
                        message,
                        response.status(),
                        response.requestId().orElse(null),
                        null);
    }
}
