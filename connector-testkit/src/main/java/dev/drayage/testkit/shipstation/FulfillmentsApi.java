package dev.drayage.testkit.shipstation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drayage.testkit.wire.WireRequest;
import dev.drayage.testkit.wire.WireResponse;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The fulfillments resource. Its filters are called {@code create_date_*}, unlike those of the other lists. Not
 * thread-safe; the account guards it.
 */
final class FulfillmentsApi {
    private final Account account;
    private final Despatch despatch;
    private final WriteJournal journal;
    private final Traffic traffic;

    FulfillmentsApi(Account account, Despatch despatch, WriteJournal journal, Traffic traffic) {
        this.account = account;
        this.despatch = despatch;
        this.journal = journal;
        this.traffic = traffic;
    }

    WireResponse list(WireRequest request) {
        ListQuery query = new ListQuery(request);
        Predicate<History.Version<Fulfillment>> filter = query.<History.Version<Fulfillment>>is(
                        "fulfillment_id", done -> done.state().fulfillmentId())
                .and(query.is("shipment_id", done -> done.state().shipmentId()))
                .and(query.is("shipment_number", done -> done.state().shipmentNumber()))
                .and(query.is("tracking_number", done -> done.state().trackingNumber()))
                .and(query.is("fulfillment_provider_code", done -> "external"))
                .and(query.within(
                        "create_date_start",
                        "create_date_end",
                        done -> done.state().createdAt()))
                .and(query.within(
                        "ship_date_start",
                        "ship_date_end",
                        done -> account.midnight(done.state().shipDate())));
        Map<String, Function<History.Version<Fulfillment>, Instant>> orders =
                Map.of("created_at", done -> done.state().createdAt());
        List<History.Version<Fulfillment>> matching = account.listedFulfillments().stream()
                .filter(filter)
                .sorted(query.order(orders, "created_at"))
                .toList();
        return query.page(
                "fulfillments",
                matching,
                done -> FulfillmentJson.of(
                        done.state(),
                        done.since(),
                        account.shipmentOf(done.state().shipmentId()),
                        account.midnight(done.state().shipDate())),
                name -> traffic.ignore(Operation.LIST_FULFILLMENTS, name));
    }

    /** Marks as shipped what can be; the answer is 200 even if nothing could. */
    WireResponse create(WireRequest request) {
        JsonNode wanted = Json.body(request).path("fulfillments");
        if (!wanted.isArray() || wanted.isEmpty()) {
            throw VendorError.invalid(
                            "field_value_required", "fulfillments", "fulfillments must hold at least one fulfillment.")
                    .thrown();
        }
        ObjectNode answer = Json.object();
        ArrayNode rows = answer.putArray("fulfillments");
        boolean anyErrors = false;
        for (JsonNode one : wanted) {
            String shipmentId = Json.text(one, "shipment_id");
            Optional<ShipmentState> state = account.shipment(shipmentId);
            String error = state.map(known -> create(known, one)).orElse("There is no shipment '" + shipmentId + "'.");
            anyErrors |= !error.isEmpty();
            ObjectNode row = rows.addObject().put("shipment_id", shipmentId);
            Json.putOrNull(
                    row,
                    "shipment_number",
                    state.map(known -> known.facts().shipmentNumber()).orElse(""));
            Json.putOrNull(row, "error_message", error);
        }
        return WireResponse.json(200, answer.put("has_errors", anyErrors).toString());
    }

    /** What stands against it; empty if it was done. */
    private String create(ShipmentState state, JsonNode wanted) {
        Shipment shipment = state.facts();
        if (!shipment.status().open() || account.left(shipment.shipmentId())) {
            return "The shipment is " + shipment.status().text() + ".";
        }
        for (String field : List.of("tracking_number", "carrier_code")) {
            if (Json.text(wanted, field).isBlank()) {
                return field + " is required.";
            }
        }
        LocalDate shipDate;
        try {
            String day = Json.text(wanted, "ship_date");
            shipDate = day.isEmpty() ? account.today() : LocalDate.parse(day.substring(0, Math.min(10, day.length())));
        } catch (DateTimeException e) {
            return "ship_date must be a date.";
        }
        despatch.markShipped(
                state, Map.of(), Json.text(wanted, "tracking_number"), Json.text(wanted, "carrier_code"), shipDate);
        journal.add(new AcceptedWrite(
                account.now(), AcceptedWrite.Kind.FULFILLED, shipment.shipmentId(), shipment.externalShipmentId()));
        return "";
    }
}
