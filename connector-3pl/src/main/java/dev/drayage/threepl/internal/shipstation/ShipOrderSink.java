package dev.drayage.threepl.internal.shipstation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drayage.call.CallContext;
import dev.drayage.error.ErrorCode;
import dev.drayage.error.OutcomeUnknownException;
import dev.drayage.error.RefusedException;
import dev.drayage.error.UnavailableException;
import dev.drayage.http.ApiRequest;
import dev.drayage.http.ApiResponse;
import dev.drayage.internal.json.JsonValue;
import dev.drayage.model.AccountId;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.model.WarehouseOrder;
import dev.drayage.spi.Effect;
import dev.drayage.spi.EffectKey;
import dev.drayage.spi.EffectOutcome;
import dev.drayage.spi.Existing;
import dev.drayage.spi.Intent;
import dev.drayage.spi.Prepared;
import dev.drayage.spi.RecordSink;
import dev.drayage.spi.Resolution;
import dev.drayage.spi.SinkTraits;
import dev.drayage.spi.Violations;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes orders as shipments. The external id is the order's own and unique, so it is looked up before each create, and a
 * double that comes all the same is the one that landed. What has a label is not changed or cancelled any more. An answer of
 * 200 is read to its end: it may say that the shipment was refused. Thread-safe.
 */
final class ShipOrderSink implements RecordSink<WarehouseOrder> {
    private static final String PENDING = "pending";
    private static final String CANCELLED = "cancelled";
    private static final String CALLED_OFF = "called off";

    private final AccountId account;
    private final ShipStationApi api;
    private final OrderBody bodies;
    private final ToldItems told;
    private final Duration lag;

    ShipOrderSink(AccountId account, ShipStationApi api, OrderBody bodies, ToldItems told, Duration lag) {
        this.account = account;
        this.api = api;
        this.bodies = bodies;
        this.told = told;
        this.lag = lag;
    }

    @Override
    public SinkTraits traits() {
        return new SinkTraits(1, SinkTraits.Recovery.UNIQUE_KEY, lag, 0);
    }

    @Override
    public Prepared<WarehouseOrder> prepare(
            Effect<WarehouseOrder> effect, Optional<RecordRef> existing, Map<EffectKey, RecordRef> bound) {
        return new Prepared<>(effect, externalId(effect), "", "", existing, bound);
    }

    private static String externalId(Effect<WarehouseOrder> effect) {
        return ItemMark.ofOrder(effect.record());
    }

    @Override
    public Map<EffectKey, EffectOutcome> apply(List<Prepared<WarehouseOrder>> batch, CallContext call) {
        Map<EffectKey, EffectOutcome> outcomes = new LinkedHashMap<>();
        for (Prepared<WarehouseOrder> prepared : batch) {
            try {
                outcomes.put(prepared.key(), write(prepared, call));
            } catch (RefusedException e) {
                outcomes.put(prepared.key(), rejected(e.code(), String.valueOf(e.getMessage())));
            }
        }
        return outcomes;
    }

    private EffectOutcome write(Prepared<WarehouseOrder> prepared, CallContext call) {
        Effect<WarehouseOrder> effect = prepared.effect();
        Optional<JsonValue> standing = api.shipmentByExternalId(prepared.nativeKey(), call);
        if (effect.mode() == Effect.Mode.VOID) {
            return standing.isEmpty()
                    ? new EffectOutcome.Conflict("shipment " + prepared.nativeKey() + " is gone at ShipStation")
                    : cancel(prepared, standing.get(), call);
        }
        ObjectNode body =
                bodies.fill(effect.record(), prepared.nativeKey(), api.json().object());
        if (standing.isEmpty()) {
            return create(prepared, body, call);
        }
        return standing(prepared, standing.get(), body, call);
    }

    /** A shipment of this name stands: if it was only to be made and holds what is wanted, it was; else it is changed. */
    private EffectOutcome standing(
            Prepared<WarehouseOrder> prepared, JsonValue standing, ObjectNode body, CallContext call) {
        boolean made = prepared.existing().isEmpty()
                && ToldItems.standing(standing)
                        .equals(ToldItems.wanted(prepared.effect().record()));
        return made ? landed(prepared, standing) : change(prepared, standing, body, call);
    }

    private EffectOutcome create(Prepared<WarehouseOrder> prepared, ObjectNode shipment, CallContext call) {
        ObjectNode body = api.json().object();
        body.putArray("shipments").add(shipment);
        told.telling(prepared.nativeKey(), ToldItems.wanted(prepared.effect().record()));
        ApiResponse answer = api.send(
                ApiRequest.post("create shipments")
                        .path("/v2/shipments")
                        .json(api.json().write(body))
                        .build(),
                call);
        if (!answer.isSuccess()) {
            ShipStationError error = ShipStationError.of(answer, api.json(), "create shipments");
            return error.isDuplicate() ? again(prepared, shipment, error, call) : rejected(error);
        }
        JsonValue read = understood(answer, "create shipments");
        List<JsonValue> created = read.elements("shipments");
        Optional<JsonValue> one = created.isEmpty() ? Optional.empty() : Optional.of(created.get(0));
        List<JsonValue> errors = one.map(shown -> shown.elements("errors")).orElse(List.of());
        if (read.at("has_errors").flag().orElse(false) || !errors.isEmpty()) {
            ShipStationError error = ShipStationError.of(errors);
            return error.isDuplicate() ? again(prepared, shipment, error, call) : rejected(error);
        }
        return one.filter(shown -> shown.text("shipment_id").isPresent())
                .<EffectOutcome>map(shown -> landed(prepared, shown))
                .orElseThrow(() -> new OutcomeUnknownException(
                        ErrorCode.OUTCOME_UNKNOWN, "create shipments was answered without a shipment id"));
    }

    /** A write whose answer cannot be read may have been carried out. */
    private JsonValue understood(ApiResponse answer, String operation) {
        try {
            return api.json().read(answer.body(), operation);
        } catch (UnavailableException e) {
            throw new OutcomeUnknownException(
                    ErrorCode.OUTCOME_UNKNOWN,
                    operation + " was answered with what is no JSON",
                    answer.status(),
                    answer.requestId().orElse(null),
                    e);
        }
    }

    /** It came with an earlier call, which may have told it otherwise. */
    private EffectOutcome again(
            Prepared<WarehouseOrder> prepared, ObjectNode shipment, ShipStationError error, CallContext call) {
        return api.shipmentByExternalId(prepared.nativeKey(), call)
                .map(shown -> standing(prepared, shown, shipment, call))
                .orElseGet(() -> rejected(error));
    }

    private EffectOutcome change(
            Prepared<WarehouseOrder> prepared, JsonValue standing, ObjectNode body, CallContext call) {
        Effect<WarehouseOrder> effect = prepared.effect();
        String wanted = ToldItems.wanted(effect.record());
        String status = standing.text("shipment_status").orElse("");
        if (!status.equals(PENDING)) {
            return rejected(
                    ErrorCode.CHANGE_REFUSED,
                    "order " + effect.record().number() + " is " + status
                            + " at ShipStation and takes no change there any more");
        }
        if (!told.isAsTold(prepared.nativeKey(), standing, wanted)) {
            return rejected(ErrorCode.CHANGE_REFUSED, takenApart(effect.record()));
        }
        String id = standing.requiredText("shipment_id");
        told.telling(prepared.nativeKey(), wanted);
        ApiResponse answer = api.send(
                ApiRequest.put("update shipment")
                        .path("/v2/shipments/{}", id)
                        .json(api.json().write(body))
                        .build(),
                call);
        if (!answer.isSuccess()) {
            return rejected(ShipStationError.of(answer, api.json(), "update shipment"));
        }
        JsonValue read = understood(answer, "update shipment");
        List<JsonValue> errors = read.elements("errors");
        return read.at("has_errors").flag().orElse(false) || !errors.isEmpty()
                ? rejected(ShipStationError.of(errors))
                : landed(prepared, standing);
    }

    /** What was split off or joined there would leave beside what this shipment is changed to. */
    private static String takenApart(WarehouseOrder order) {
        return "order " + order.number()
                + " does not hold at ShipStation what was told: it was split, combined or edited"
                + " there; make the change there, in all its parts";
    }

    private EffectOutcome cancel(Prepared<WarehouseOrder> prepared, JsonValue standing, CallContext call) {
        Effect<WarehouseOrder> effect = prepared.effect();
        String id = standing.requiredText("shipment_id");
        String status = standing.text("shipment_status").orElse("");
        if (status.equals(CANCELLED)) {
            return EffectOutcome.Applied.to(ref(id));
        }
        if (!told.isAsTold(prepared.nativeKey(), standing, ToldItems.ordered(effect.record()))) {
            return rejected(ErrorCode.CHANGE_REFUSED, takenApart(effect.record()));
        }
        ApiResponse answer = api.send(
                ApiRequest.put("cancel shipment")
                        .path("/v2/shipments/{}/cancel", id)
                        .build(),
                call);
        return answer.isSuccess()
                ? EffectOutcome.Applied.to(ref(id))
                : rejected(
                        ErrorCode.CHANGE_REFUSED,
                        "order " + effect.record().number() + " is " + status
                                + " at ShipStation and was not cancelled: "
                                + ShipStationError.of(answer, api.json(), "cancel shipment")
                                        .text());
    }

    private EffectOutcome.Applied landed(Prepared<WarehouseOrder> prepared, JsonValue shipment) {
        told.told(prepared.nativeKey(), ToldItems.wanted(prepared.effect().record()));
        return landed(shipment);
    }

    private EffectOutcome.Applied landed(JsonValue shipment) {
        return EffectOutcome.Applied.to(ref(shipment.requiredText("shipment_id")));
    }

    private static EffectOutcome rejected(ShipStationError error) {
        return rejected(ErrorCode.REFUSED_BY_TARGET, "ShipStation refused the order: " + error.text());
    }

    private static EffectOutcome rejected(ErrorCode code, String message) {
        return new EffectOutcome.Rejected(Violations.of(code, "", message));
    }

    /** Whether a change landed is not told by anything that we could compare, but the same change again does no harm. */
    @Override
    public Map<EffectKey, Resolution> resolve(List<Intent> open, CallContext call) {
        Map<EffectKey, Resolution> answers = new LinkedHashMap<>();
        for (Intent intent : open) {
            Optional<JsonValue> standing = api.shipmentByExternalId(intent.nativeKey(), call);
            boolean landed = standing.isPresent()
                    && (intent.takesBack()
                            ? standing.get().text("shipment_status").orElse("").equals(CANCELLED)
                            : intent.existing().isEmpty());
            answers.put(
                    intent.key(), landed ? new Resolution.Landed(landed(standing.get())) : new Resolution.NotLanded());
        }
        return answers;
    }

    @Override
    public Map<EffectKey, Existing> find(Collection<Effect<WarehouseOrder>> effects, CallContext call) {
        Map<EffectKey, Existing> found = new LinkedHashMap<>();
        for (Effect<WarehouseOrder> effect : effects) {
            found.put(effect.key(), look(effect, api.shipmentByExternalId(externalId(effect), call)));
        }
        return found;
    }

    private Existing look(Effect<WarehouseOrder> effect, Optional<JsonValue> standing) {
        boolean voids = effect.mode() == Effect.Mode.VOID;
        Violations violations = Violations.none();
        if (!voids) {
            try {
                bodies.fill(effect.record(), externalId(effect), api.json().object());
            } catch (RefusedException e) {
                violations = Violations.of(e.code(), "", String.valueOf(e.getMessage()));
            }
        }
        boolean cancelled = standing.flatMap(shipment -> shipment.text("shipment_status"))
                .filter(CANCELLED::equals)
                .isPresent();
        String before =
                cancelled ? CALLED_OFF : standing.map(ToldItems::standing).orElse("");
        String wanted = before.equals(ToldItems.ordered(effect.record())) ? before : ToldItems.wanted(effect.record());
        String after = voids ? CALLED_OFF : wanted;
        return new Existing(
                standing.map(shipment -> ref(shipment.requiredText("shipment_id"))),
                standing.isPresent() ? Map.of("order", before) : Map.of(),
                Map.of("order", after),
                violations);
    }

    private RecordRef ref(String id) {
        return RecordRef.of(account, RecordType.WAREHOUSE_ORDER, id);
    }
}
