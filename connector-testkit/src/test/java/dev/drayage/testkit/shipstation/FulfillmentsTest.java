package dev.drayage.testkit.shipstation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drayage.testkit.shipstation.Depositor.Answer;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Shipments that leave without a label. */
class FulfillmentsTest {
    private final Depositor depositor = new Depositor();
    private final ShippingDesk desk = depositor.station.desk();

    @AfterEach
    void close() {
        depositor.close();
    }

    @Test
    void a_fulfillment_knows_its_shipment_by_id_and_number_only() {
        Shipment shipment = depositor.order("A");
        Fulfillment marked = desk.markShipped("A", "fedex", "770000000017");
        JsonNode seen = depositor.get("/v2/fulfillments").body().at("/fulfillments/0");
        assertThat(seen.path("fulfillment_id").asText()).isEqualTo(marked.fulfillmentId());
        assertThat(seen.path("shipment_id").asText()).isEqualTo(shipment.shipmentId());
        assertThat(seen.path("shipment_number").asText()).isEqualTo("SO-A");
        assertThat(seen.path("tracking_number").asText()).isEqualTo("770000000017");
        assertThat(seen.path("fulfillment_carrier_friendly_name").asText()).isEqualTo("FedEx");
        assertThat(seen.path("fulfillment_provider_code").asText()).isEqualTo("external");
        assertThat(seen.path("ship_date").asText()).isEqualTo("2026-11-16T08:00:00Z");
        assertThat(seen.path("voided").asBoolean(true)).isFalse();
        assertThat(seen.path("voided_at").isNull()).isTrue();
        assertThat(seen.at("/ship_to/name").asText()).isEqualTo("Ada Example");
        assertThat(seen.has("items")).isFalse();
        assertThat(seen.has("external_shipment_id")).isFalse();
        assertThat(depositor.station.shipment("A").orElseThrow().status()).isEqualTo(ShipmentStatus.LABEL_PURCHASED);
        assertThat(depositor.get("/v2/labels").body().path("total").asInt(-1)).isZero();
    }

    @Test
    void a_voided_fulfillment_says_so_and_the_shipment_is_pending_again() {
        depositor.order("A");
        Fulfillment marked = desk.markShipped("A", "fedex", "1");
        depositor.clock.pass(Duration.ofHours(1));
        desk.voidFulfillment(marked.fulfillmentId());
        JsonNode seen = depositor.get("/v2/fulfillments").body().at("/fulfillments/0");
        assertThat(seen.path("voided").asBoolean()).isTrue();
        assertThat(seen.path("voided_at").asText()).isEqualTo("2026-11-16T09:00:00Z");
        assertThat(depositor.station.shipment("A").orElseThrow().status()).isEqualTo(ShipmentStatus.PENDING);
    }

    @Test
    void the_filters_have_names_of_their_own() {
        depositor.order("A");
        desk.markShipped("A", "ups", "1");
        depositor.clock.pass(Duration.ofDays(1));
        depositor.order("B");
        desk.markShipped("B", "ups", "2");
        assertThat(depositor
                        .get("/v2/fulfillments", "create_date_start", "2026-11-17T00:00:00Z")
                        .column("fulfillments", "tracking_number"))
                .containsExactly("2");
        assertThat(depositor
                        .get("/v2/fulfillments", "ship_date_end", "2026-11-16T08:00:00Z")
                        .column("fulfillments", "tracking_number"))
                .containsExactly("1");
        assertThat(depositor
                        .get("/v2/fulfillments", "shipment_number", "SO-B")
                        .column("fulfillments", "tracking_number"))
                .containsExactly("2");
        assertThat(depositor
                        .get("/v2/fulfillments", "created_at_start", "2026-11-17T00:00:00Z")
                        .body()
                        .path("total")
                        .asInt())
                .isEqualTo(2);
        assertThat(depositor.station.traffic().ignored()).containsExactly("LIST_FULFILLMENTS created_at_start");
    }

    @Test
    void some_can_be_marked_through_the_api_while_others_fail() {
        Shipment first = depositor.order("A");
        Shipment second = depositor.order("B");
        Answer answer = depositor.post(
                "/v2/fulfillments", """
                {"fulfillments": [
                 {"shipment_id": "%s", "tracking_number": "1", "carrier_code": "ups", "ship_date": "2026-11-14"},
                 {"shipment_id": "%s", "carrier_code": "ups"},
                 {"shipment_id": "%s", "tracking_number": "3", "carrier_code": "ups"},
                 {"shipment_id": "se-1", "tracking_number": "4", "carrier_code": "ups"}]}""".formatted(first.shipmentId(), second.shipmentId(), first.shipmentId()));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().path("has_errors").asBoolean()).isTrue();
        assertThat(answer.body().at("/fulfillments/0/error_message").isNull()).isTrue();
        assertThat(answer.body().at("/fulfillments/0/shipment_number").asText()).isEqualTo("SO-A");
        assertThat(answer.column("fulfillments", "error_message").subList(1, 4))
                .containsExactly(
                        "tracking_number is required.",
                        "The shipment is label_purchased.",
                        "There is no shipment 'se-1'.");
        assertThat(depositor.station.fulfillments()).hasSize(1);
        assertThat(depositor.station.journal().count(AcceptedWrite.Kind.FULFILLED))
                .isEqualTo(1);
    }

    @Test
    void a_tracking_number_can_be_corrected() {
        depositor.order("A");
        Fulfillment marked = desk.markShipped("A", "ups", "1");
        desk.changeFulfillmentTracking(marked.fulfillmentId(), "2");
        assertThat(depositor.get("/v2/fulfillments").column("fulfillments", "tracking_number"))
                .containsExactly("2");
    }
}
