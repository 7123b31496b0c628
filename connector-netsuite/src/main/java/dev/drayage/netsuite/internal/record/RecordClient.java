package dev.drayage.netsuite.internal.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drayage.call.CallContext;
import dev.drayage.error.AuthorisationException;
import dev.drayage.error.ErrorCode;
import dev.drayage.error.OutcomeUnknownException;
import dev.drayage.error.RefusedException;
import dev.drayage.http.ApiClient;
import dev.drayage.http.ApiRequest;
import dev.drayage.http.ApiResponse;
import dev.drayage.internal.json.Json;
import dev.drayage.internal.json.JsonValue;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * SuiteTalk's REST record service (help: "SuiteTalk REST Web Services Records Guide"). A create or transform answers 204
 * with the id in {@code Location} only; unknown property names are refused instead of dropped. Blocking and thread-safe;
 * a write is sent once.
 */
public final class RecordClient {
    private static final String BASE = "/services/rest/record/v1/";
    private static final Pattern ID = Pattern.compile("/([A-Za-z]+)/([0-9]{1,18})/?$");

    private final ApiClient http;
    private final Json json;
    private final RefusalReader refusals;

    /** A client that sends through {@code http}. */
    public RecordClient(ApiClient http, Json json) {
        this.http = http;
        this.json = json;
        this.refusals = new RefusalReader(json);
    }

    /**
     * Creates a record.
     *
     * @throws OutcomeUnknownException if no usable answer came, or one that does not name the record
     * @throws AuthorisationException if the role may not do it
     */
    public WriteAnswer create(RecordKind kind, ObjectNode body, CallContext call) {
        String operation = "create " + kind.path();
        ApiRequest.Builder request = ApiRequest.post(operation).path(BASE + kind.path());
        return written(operation, kind, request, body, call, Optional.empty());
    }

    /** Makes a record out of another one, such as an item fulfillment out of a sales order. */
    public WriteAnswer transform(RecordKind from, String id, RecordKind to, ObjectNode body, CallContext call) {
        String operation = "transform " + from.path() + " to " + to.path();
        ApiRequest.Builder request =
                ApiRequest.post(operation).path(BASE + from.path() + "/{}/!transform/" + to.path(), id);
        return written(operation, to, request, body, call, Optional.empty());
    }

    /** Changes a record: what is left out stays. A sublist named in {@code replace} becomes exactly what is sent. */
    public WriteAnswer update(RecordKind kind, String id, ObjectNode body, Optional<String> replace, CallContext call) {
        String operation = "update " + kind.path();
        ApiRequest.Builder request = ApiRequest.patch(operation).path(BASE + kind.path() + "/{}", id);
        replace.ifPresent(sublist -> request.query("replace", sublist));
        return written(operation, kind, request, body, call, Optional.of(id));
    }

    /** Reads a record with everything that hangs on it; empty if there is none. */
    public Optional<JsonValue> read(RecordKind kind, String id, CallContext call) {
        return read(kind, BASE + kind.path() + "/{}", id, true, call);
    }

    /** Reads a record's own fields, without its lists; empty if there is none. */
    public Optional<JsonValue> readHeader(RecordKind kind, String id, CallContext call) {
        return read(kind, BASE + kind.path() + "/{}", id, false, call);
    }

    /** The internal id of the record with an external id; unlike a query it sees a write at once. */
    public Optional<String> findByExternalId(RecordKind kind, String externalId, CallContext call) {
        return read(kind, BASE + kind.path() + "/eid:{}", externalId, false, call)
                .flatMap(record -> record.text("id"));
    }

    /** Lists one record of a kind, to see whether the role may. */
    public void probe(RecordKind kind, CallContext call) {
        String operation = "list " + kind.path();
        ApiResponse answer = http.send(
                ApiRequest.get(operation)
                        .path(BASE + kind.path())
                        .query("limit", "1")
                        .build(),
                call);
        refuseWithoutPermission(answer, operation, kind);
        if (!answer.isSuccess()) {
            throw refused(operation, refusals.read(answer, operation, json.object()));
        }
    }

    /** JSON Schema of a record in this account, custom fields included. */
    public JsonValue schema(RecordKind kind, CallContext call) {
        String operation = "metadata " + kind.path();
        ApiResponse answer = http.send(
                ApiRequest.get(operation)
                        .path(BASE + "metadata-catalog/" + kind.path())
                        .header("Accept", "application/schema+json")
                        .build(),
                call);
        refuseWithoutPermission(answer, operation, kind);
        if (!answer.isSuccess()) {
            throw refused(operation, refusals.read(answer, operation, json.object()));
        }
        return json.read(answer.body(), operation);
    }

    private Optional<JsonValue> read(RecordKind kind, String template, String id, boolean expanded, CallContext call) {
        String operation = "read " + kind.path();
        ApiRequest.Builder request = ApiRequest.get(operation).path(template, id);
        if (expanded) {
            request.query("expandSubResources", "true");
        }
        ApiResponse answer = http.send(request.build(), call);
        refuseWithoutPermission(answer, operation, kind);
        if (answer.isSuccess()) {
            return Optional.of(json.read(answer.body(), operation).required());
        }
        RecordRefusal refusal = refusals.read(answer, operation, json.object());
        // an absent transaction, or one of another type, is a 400 and not a 404
        boolean absent = answer.status() == 404
                || refusal.details().stream()
                        .anyMatch(detail -> detail.text().contains("Transaction type specified is incorrect"));
        if (absent) {
            return Optional.empty();
        }
        throw refused(operation, refusal);
    }

    private WriteAnswer written(
            String operation,
            RecordKind kind,
            ApiRequest.Builder request,
            ObjectNode body,
            CallContext call,
            Optional<String> known) {
        ApiResponse answer = http.send(
                request.header("X-NetSuite-PropertyNameValidation", "error")
                        .json(json.write(body))
                        .build(),
                call);
        refuseWithoutPermission(answer, operation, kind);
        if (!answer.isSuccess()) {
            return new WriteAnswer.Refused(refusals.read(answer, operation, body));
        }
        return new WriteAnswer.Landed(known.or(() -> located(answer, kind))
                .orElseThrow(() -> new OutcomeUnknownException(
                        ErrorCode.OUTCOME_UNKNOWN,
                        operation + " was answered with status " + answer.status()
                                + " but without the record's Location",
                        answer.status(),
                        answer.requestId().orElse(null),
                        null)));
    }

    private static Optional<String> located(ApiResponse answer, RecordKind kind) {
        return answer.header("Location").flatMap(location -> {
            Matcher found = ID.matcher(location);
            return found.find() && found.group(1).equalsIgnoreCase(kind.path())
                    ? Optional.of(found.group(2))
                    : Optional.empty();
        });
    }

    private static void refuseWithoutPermission(ApiResponse answer, String operation, RecordKind kind) {
        if (answer.status() == 403) {
            throw new AuthorisationException(
                    ErrorCode.PERMISSION_MISSING,
                    "the role may not " + operation + ": grant " + kind.permission(),
                    answer.status(),
                    answer.requestId().orElse(null),
                    null);
        }
    }

    private static RefusedException refused(String operation, RecordRefusal refusal) {
        return new RefusedException(
                refusal.violations().code(),
                operation + ": " + refusal.violations().message(),
                refusal.status(),
                null,
                null);
    }

    /** An empty body to be filled. */
    public ObjectNode body() {
        return json.object();
    }

    /** A reference to a record or to an entry of a list. */
    public static ObjectNode reference(ObjectNode any, String id) {
        return any.objectNode().put("id", id);
    }

    /** The id of an enumeration or reference, which NetSuite answers as an object or as the bare id. */
    public static Optional<String> idOf(JsonValue value) {
        JsonNode node = value.node();
        return node.isObject() ? value.text("id") : value.text();
    }
}
