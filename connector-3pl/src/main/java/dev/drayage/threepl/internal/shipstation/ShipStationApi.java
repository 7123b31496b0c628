package dev.drayage.threepl.internal.shipstation;

import dev.drayage.call.CallContext;
import dev.drayage.error.AuthorisationException;
import dev.drayage.error.ErrorCode;
import dev.drayage.error.UnavailableException;
import dev.drayage.http.ApiClient;
import dev.drayage.http.ApiRequest;
import dev.drayage.http.ApiResponse;
import dev.drayage.http.Authorizer;
import dev.drayage.http.Gate;
import dev.drayage.internal.json.Json;
import dev.drayage.internal.json.JsonLimits;
import dev.drayage.internal.json.JsonValue;
import dev.drayage.quota.QuotaPlan;
import dev.drayage.quota.RateBudget;
import dev.drayage.quota.RatePlan;
import dev.drayage.settings.Settings;
import dev.drayage.spi.ConnectorContext;
import dev.drayage.threepl.ShipStationSettings;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** The API of one account: each call carries the key and draws on the one budget of the account. Thread-safe. */
final class ShipStationApi {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Json json = new Json(JsonLimits.standard());
    private final Gate gate;
    private final ApiClient client;

    ShipStationApi(Settings settings, ConnectorContext context) {
        gate = new Gate(Authorizer.header("api-key", settings.get(ShipStationSettings.API_KEY)));
        client = ApiClient.builder(
                        URI.create(settings.get(ShipStationSettings.BASE_URL)), context.http(), context.time())
                .random(context.random())
                .authorizer(gate)
                .header("Accept", "application/json")
                .requestIdHeaders("x-shipengine-requestid", "X-Request-Id")
                .quota(new RateBudget(
                        QuotaPlan.shared(
                                "shipstation",
                                RatePlan.perWindow(settings.get(ShipStationSettings.CALLS_PER_MINUTE), MINUTE)),
                        context.time()))
                .build();
    }

    Json json() {
        return json;
    }

    /** Sends a request; any answer but a refusal of the key's rights is the caller's to judge. */
    ApiResponse send(ApiRequest request, CallContext call) {
        ApiResponse answer = client.send(request, call);
        if (answer.status() == 403) {
            throw new AuthorisationException(
                    ErrorCode.PERMISSION_MISSING,
                    request.operation() + " was refused: the key's plan or rights do not allow it",
                    answer.status(),
                    answer.requestId().orElse(null),
                    null);
        }
        return answer;
    }

    /** The answer of a read; empty if there is no such thing. */
    Optional<JsonValue> find(ApiRequest request, CallContext call) {
        ApiResponse answer = send(request, call);
        if (answer.status() == 404) {
            return Optional.empty();
        }
        if (!answer.isSuccess()) {
            throw new UnavailableException(
                    ErrorCode.SERVICE_FAILURE,
                    request.operation() + " was refused with status " + answer.status() + ": "
                            + ShipStationError.of(answer, json, request.operation())
                                    .text(),
                    answer.status(),
                    answer.requestId().orElse(null),
                    null);
        }
        return Optional.of(json.read(answer.body(), request.operation()));
    }

    /** The answer of a read that must be there. */
    JsonValue read(ApiRequest request, CallContext call) {
        return find(request, call)
                .orElseThrow(() -> new UnavailableException(
                        ErrorCode.SERVICE_FAILURE, request.operation() + " found nothing where a list was expected"));
    }

    /** One shipment by its own id. */
    Optional<JsonValue> shipment(String id, CallContext call) {
        return find(ApiRequest.get("get shipment").path("/v2/shipments/{}", id).build(), call);
    }

    /** One shipment by the id that we gave it. */
    Optional<JsonValue> shipmentByExternalId(String externalId, CallContext call) {
        return find(
                ApiRequest.get("get shipment by external id")
                        .path("/v2/shipments/external_shipment_id/{}", externalId)
                        .build(),
                call);
    }

    /** From now on nothing is sent. */
    void close() {
        gate.close();
    }
}
