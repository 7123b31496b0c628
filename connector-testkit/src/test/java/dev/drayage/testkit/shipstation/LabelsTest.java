package dev.drayage.testkit.shipstation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Labels: bought, in several cartons, voided, corrected. */
class LabelsTest {
    private final Depositor depositor = new Depositor();
    private final ShippingDesk desk = depositor.station.desk();

    @AfterEach
    void close() {
        depositor.close();
    }

    @Test
    void a_label_tells_what_a_label_tells() {
        Shipment shipment = depositor.order("A");
        depositor.clock.pass(Duration.ofHours(1));
        Label bought = desk.buyLabel("A", Packing.everything());
        JsonNode label = depositor.get("/v2/labels").body().at("/labels/0");
        assertThat(label.path("label_id").asText()).isEqualTo(bought.labelId());
        assertThat(label.path("shipment_id").asText()).isEqualTo(shipment.shipmentId());
        assertThat(label.path("external_shipment_id").asText()).isEqualTo("A");
        assertThat(label.path("status").asText()).isEqualTo("completed");
        assertThat(label.path("tracking_number").asText()).isEqualTo(bought.trackingNumber());
        assertThat(label.path("carrier_code").asText()).isEqualTo("ups");
        assertThat(label.path("service_code").asText()).isEqualTo("ups_ground");
        assertThat(label.at("/shipment_cost/currency").asText()).isEqualTo("usd");
        assertThat(label.at("/shipment_cost/amount").decimalValue()).isEqualByComparingTo("9.15");
        assertThat(label.path("voided").asBoolean(true)).isFalse();
        assertThat(label.path("voided_at").isNull()).isTrue();
        assertThat(label.path("is_return_label").asBoolean(true)).isFalse();
        assertThat(label.path("created_at").asText()).isEqualTo("2026-11-16T09:00:00Z");
        assertThat(label.has("items")).isFalse();
        assertThat(depositor.byExternalId("A").body().path("shipment_status").asText())
                .isEqualTo("label_purchased");
    }

    @Test
    void the_day_of_a_label_begins_in_the_zone_of_the_account() {
        depositor.order("A");
        desk.buyLabel("A", Packing.everything());
        // At 08:00 UTC on the 16th it is midnight in Los Angeles.
        assertThat(depositor.get("/v2/labels").body().at("/labels/0/ship_date").asText())
                .isEqualTo("2026-11-16T08:00:00Z");
    }

    @Test
    void each_carton_has_its_own_number_and_the_first_is_the_master() {
        depositor.order("A");
        Label bought = desk.buyLabel("A", Packing.everything().cartons(3));
        JsonNode label = depositor.get("/v2/labels").body().at("/labels/0");
        assertThat(label.path("packages")).hasSize(3);
        assertThat(label.at("/packages/0/tracking_number")).isEqualTo(label.path("tracking_number"));
        assertThat(label.path("packages").findValuesAsText("tracking_number")).doesNotHaveDuplicates();
        assertThat(label.path("packages").findValuesAsText("sequence")).containsExactly("1", "2", "3");
        assertThat(bought.packages().stream()
                        .flatMap(carton -> carton.contents().stream())
                        .mapToInt(ShipmentItem::quantity)
                        .sum())
                .isEqualTo(5);
    }

    @Test
    void there_are_no_more_cartons_than_pieces() {
        depositor.order("A");
        assertThat(desk.buyLabel("A", Packing.everything().cartons(9)).packages())
                .hasSize(5)
                .allSatisfy(carton -> assertThat(carton.contents()).hasSize(1));
    }

    @Test
    void a_voided_label_stays_in_the_list_and_the_shipment_can_have_another() {
        depositor.order("A");
        Label first = desk.buyLabel("A", Packing.everything());
        assertThatIllegalStateException().isThrownBy(() -> desk.buyLabel("A", Packing.everything()));
        depositor.clock.pass(Duration.ofHours(2));
        desk.voidLabel(first.labelId());
        assertThat(depositor.station.shipment("A").orElseThrow().status()).isEqualTo(ShipmentStatus.PENDING);
        Label second = desk.buyLabel("A", Packing.everything());

        assertThat(second.trackingNumber()).isNotEqualTo(first.trackingNumber());
        JsonNode voided = depositor
                .get("/v2/labels", "label_status", "voided", "sort_by", "voided_at")
                .body();
        assertThat(voided.path("total").asInt()).isEqualTo(1);
        assertThat(voided.at("/labels/0/label_id").asText()).isEqualTo(first.labelId());
        assertThat(voided.at("/labels/0/status").asText()).isEqualTo("voided");
        assertThat(voided.at("/labels/0/voided").asBoolean()).isTrue();
        assertThat(voided.at("/labels/0/voided_at").asText()).isEqualTo("2026-11-16T10:00:00Z");
        assertThat(voided.at("/labels/0/created_at").asText()).isEqualTo("2026-11-16T08:00:00Z");
        assertThat(depositor.get("/v2/labels", "label_status", "completed").column("labels", "label_id"))
                .containsExactly(second.labelId());
    }

    @Test
    void one_label_is_answered_as_it_is_now() {
        depositor.order("A");
        Label bought = desk.buyLabel("A", Packing.everything());
        String path = "/v2/labels/" + bought.labelId();
        assertThat(depositor.get(path).body())
                .isEqualTo(depositor.get("/v2/labels").body().at("/labels/0"));
        depositor.station.listsLag(Duration.ofMinutes(5));
        desk.voidLabel(bought.labelId());
        assertThat(depositor
                        .get(path, "label_download_type", "url")
                        .body()
                        .path("status")
                        .asText())
                .isEqualTo("voided");
        assertThat(depositor.station.traffic().ignored()).isEmpty();
    }

    @Test
    void a_label_that_never_was_is_not_found() {
        assertThat(depositor.get("/v2/labels/se-1").status()).isEqualTo(404);
    }

    @Test
    void labels_are_filtered_by_the_time_they_were_bought() {
        depositor.order("A");
        depositor.order("B");
        desk.buyLabel("A", Packing.everything());
        depositor.clock.pass(Duration.ofMinutes(10));
        desk.buyLabel("B", Packing.everything());
        assertThat(depositor
                        .get("/v2/labels", "created_at_start", "2026-11-16T08:10:00Z")
                        .column("labels", "external_shipment_id"))
                .containsExactly("B");
        assertThat(depositor
                        .get("/v2/labels", "created_at_end", "2026-11-16T08:00:00Z")
                        .column("labels", "external_shipment_id"))
                .containsExactly("A");
    }

    @Test
    void a_return_label_is_a_label_and_leaves_the_shipment_alone() {
        depositor.order("A");
        desk.buyReturnLabel("A");
        assertThat(depositor
                        .get("/v2/labels")
                        .body()
                        .at("/labels/0/is_return_label")
                        .asBoolean())
                .isTrue();
        assertThat(depositor.station.shipment("A").orElseThrow().status()).isEqualTo(ShipmentStatus.PENDING);
    }

    @Test
    void tracking_numbers_can_be_corrected() {
        depositor.order("A");
        Label label = desk.buyLabel("A", Packing.everything().cartons(2));
        desk.changeTracking(label.labelId(), List.of("X1", "X2"));
        JsonNode seen = depositor.get("/v2/labels").body().at("/labels/0");
        assertThat(seen.path("tracking_number").asText()).isEqualTo("X1");
        assertThat(seen.at("/packages/1/tracking_number").asText()).isEqualTo("X2");
        assertThat(seen.path("created_at").asText()).isEqualTo(label.createdAt().toString());
    }
}
