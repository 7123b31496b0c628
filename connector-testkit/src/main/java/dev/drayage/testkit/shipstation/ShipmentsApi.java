package dev.drayage.testkit.shipstation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drayage.testkit.wire.WireRequest;
import dev.drayage.testkit.wire.WireResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** The shipments resource. Not thread-safe; the account guards it. */
final class ShipmentsApi {
    private final Account account;
    private final WriteJournal journal;
    private final Traffic traffic;

    ShipmentsApi(Account account, WriteJournal journal, Traffic traffic) {
        this.account = account;
        this.journal = journal;
        this.traffic = traffic;
    }

    /** Creates what can be created; the answer is 200 even if nothing could. */
    WireResponse create(WireRequest request) {
        JsonNode wanted = Json.body(request).path("shipments");
        if (!wanted.isArray() || wanted.isEmpty()) {
            throw VendorError.invalid("field_value_required", "shipments", "shipments must hold at least one shipment.")
                    .thrown();
        }
        ObjectNode answer = Json.object();
        ArrayNode rows = answer.putArray("shipments");
        boolean anyErrors = false;
        ShipmentIntake intake = intake(Operation.CREATE_SHIPMENTS);
        for (JsonNode one : wanted) {
            List<VendorError> objections = intake.objections(one);
            if (objections.isEmpty()) {
                ShipmentState state = intake.created(one);
                account.add(state);
                journal(AcceptedWrite.Kind.CREATED, state.facts());
                ObjectNode row = ShipmentJson.of(state).putNull("address_validation");
                row.putArray("errors");
                rows.add(row);
            } else {
                anyErrors = true;
                rows.add(refused(one, objections));
            }
        }
        return WireResponse.json(200, answer.put("has_errors", anyErrors).toString());
    }

    private static ObjectNode refused(JsonNode wanted, List<VendorError> objections) {
        ObjectNode row = Json.object();
        for (String name : List.of("external_shipment_id", "shipment_number")) {
            if (wanted.hasNonNull(name)) {
                row.set(name, wanted.path(name));
            }
        }
        ArrayNode errors = row.putArray("errors");
        objections.forEach(objection -> errors.add(objection.message()));
        return row;
    }

    WireResponse byExternalId(String externalId) {
        return answer(account.shipmentByExternalId(externalId), externalId);
    }

    WireResponse byId(String shipmentId) {
        return answer(account.shipment(shipmentId), shipmentId);
    }

    private static WireResponse answer(Optional<ShipmentState> state, String id) {
        return WireResponse.json(200, ShipmentJson.of(found(state, id)).toString());
    }

    WireResponse update(WireRequest request, String shipmentId) {
        Shipment known = found(account.shipment(shipmentId), shipmentId).facts();
        if (known.status() != ShipmentStatus.PENDING) {
            throw VendorError.status("Only pending shipments can be updated; " + shipmentId + " is "
                            + known.status().text() + ".")
                    .thrown();
        }
        JsonNode body = Json.body(request);
        ShipmentIntake intake = intake(Operation.UPDATE_SHIPMENT);
        List<VendorError> objections = intake.objections(known, body);
        if (!objections.isEmpty()) {
            throw objections.get(0).thrown();
        }
        ShipmentState next = intake.updated(known, body);
        account.change(next);
        journal(AcceptedWrite.Kind.UPDATED, next.facts());
        ObjectNode answer = ShipmentJson.of(next).put("has_errors", false).putNull("address_validation");
        answer.putArray("errors");
        return WireResponse.json(200, answer.toString());
    }

    WireResponse cancel(String shipmentId) {
        Shipment known = found(account.shipment(shipmentId), shipmentId).facts();
        if (known.status() == ShipmentStatus.CANCELLED) {
            return WireResponse.empty(204);
        }
        if (account.left(shipmentId)) {
            throw VendorError.status("The labels of " + shipmentId + " must be voided before it can be cancelled.")
                    .thrown();
        }
        account.status(shipmentId, ShipmentStatus.CANCELLED);
        journal(AcceptedWrite.Kind.CANCELLED, known);
        return WireResponse.empty(204);
    }

    WireResponse list(WireRequest request) {
        ListQuery query = new ListQuery(request);
        Predicate<ShipmentState> filter = query.<ShipmentState>is(
                        "shipment_status", state -> state.facts().status().text())
                .and(query.is("shipment_number", state -> state.facts().shipmentNumber()))
                .and(query.is("store_id", state -> Json.text(state.fields(), "store_id")))
                .and(query.within(
                        "created_at_start",
                        "created_at_end",
                        state -> state.facts().createdAt()))
                .and(query.within(
                        "modified_at_start",
                        "modified_at_end",
                        state -> state.facts().modifiedAt()));
        Map<String, Function<ShipmentState, Instant>> orders = Map.of(
                "modified_at", state -> state.facts().modifiedAt(),
                "created_at", state -> state.facts().createdAt());
        List<ShipmentState> matching = account.listedShipments().stream()
                .map(History.Version::state)
                .filter(filter)
                .sorted(query.order(orders, "created_at"))
                .toList();
        return query.page(
                "shipments", matching, ShipmentJson::of, name -> traffic.ignore(Operation.LIST_SHIPMENTS, name));
    }

    private ShipmentIntake intake(Operation operation) {
        return new ShipmentIntake(account, name -> traffic.ignore(operation, name));
    }

    private void journal(AcceptedWrite.Kind kind, Shipment shipment) {
        journal.add(new AcceptedWrite(account.now(), kind, shipment.shipmentId(), shipment.externalShipmentId()));
    }

    private static ShipmentState found(Optional<ShipmentState> state, String id) {
        return state.orElseThrow(
                () -> VendorError.notFound("There is no shipment '" + id + "'.").thrown());
    }
}
