package dev.drayage.testkit.shipstation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Orders that leave in several shipments. */
class SplitTest {
    private Depositor depositor = new Depositor();

    @AfterEach
    void close() {
        depositor.close();
    }

    private void identity(SplitIdentity identity) {
        depositor.close();
        depositor = new Depositor(settings -> settings.splitIdentity(identity));
    }

    @Test
    void a_split_moves_pieces_to_a_new_shipment_under_the_same_number() {
        Shipment original = depositor.order("A");
        Shipment part = depositor.station.desk().split("A", Map.of("1", 2, "2", 2));
        assertThat(part.splitFrom()).isEqualTo(original.shipmentId());
        assertThat(part.quantity("1")).isEqualTo(2);
        assertThat(part.quantity("2")).isEqualTo(2);

        JsonNode stays = depositor.byExternalId("A").body();
        assertThat(stays.path("items")).hasSize(1);
        assertThat(stays.at("/items/0/quantity").asInt()).isEqualTo(1);
        JsonNode moved = depositor.get("/v2/shipments/" + part.shipmentId()).body();
        assertThat(moved.path("shipment_number").asText()).isEqualTo("SO-A");
        assertThat(moved.path("items").findValuesAsText("external_order_item_id"))
                .containsExactly("1", "2");
        assertThat(moved.at("/items/0/item_id")).isNotEqualTo(stays.at("/items/0/item_id"));
        assertThat(moved.at("/packages/0/shipment_package_id"))
                .isNotEqualTo(stays.at("/packages/0/shipment_package_id"));
        assertThat(moved.path("ship_to")).isEqualTo(stays.path("ship_to"));
        assertThat(depositor.get("/v2/shipments", "shipment_number", "SO-A").column("shipments", "shipment_id"))
                .containsExactlyInAnyOrder(original.shipmentId(), part.shipmentId());
    }

    @ParameterizedTest
    @EnumSource(SplitIdentity.class)
    void the_original_answers_to_its_id_under_all_readings(SplitIdentity identity) {
        identity(identity);
        Shipment original = depositor.order("A");
        Shipment part = depositor.station.desk().split("A", Map.of("1", 1));
        assertThat(depositor.byExternalId("A").body().path("shipment_id").asText())
                .isEqualTo(original.shipmentId());
        JsonNode moved = depositor.get("/v2/shipments/" + part.shipmentId()).body();
        depositor.station.desk().buyLabel(part.shipmentId(), Packing.everything());
        JsonNode label = depositor
                .get("/v2/labels", "shipment_id", part.shipmentId())
                .body()
                .at("/labels/0");
        switch (identity) {
            case OWN -> {
                assertThat(moved.path("external_shipment_id").asText()).isEqualTo(part.shipmentId());
                assertThat(label.path("external_shipment_id").asText()).isEqualTo(part.shipmentId());
            }
            case ORIGINALS_ON_LABELS -> {
                assertThat(moved.path("external_shipment_id").isNull()).isTrue();
                assertThat(label.path("external_shipment_id").asText()).isEqualTo("A");
            }
            case ORIGINALS -> {
                assertThat(moved.path("external_shipment_id").asText()).isEqualTo("A");
                assertThat(label.path("external_shipment_id").asText()).isEqualTo("A");
            }
        }
    }

    @Test
    void a_label_for_some_pieces_leaves_the_rest_in_a_shipment_of_its_own() {
        depositor.order("A");
        Label label =
                depositor.station.desk().buyLabel("A", Packing.everything().take("1", 2));
        assertThat(label.externalShipmentId()).isEqualTo("A");
        assertThat(depositor.station.shipment("A").orElseThrow().quantity("1")).isEqualTo(2);
        assertThat(depositor.station.shipment("A").orElseThrow().quantity("2")).isZero();
        Shipment rest = depositor.station.shipments().get(1);
        assertThat(rest.status()).isEqualTo(ShipmentStatus.PENDING);
        assertThat(rest.quantity("1")).isEqualTo(1);
        assertThat(rest.quantity("2")).isEqualTo(2);
    }

    @Test
    void some_pieces_can_be_marked_as_shipped() {
        depositor.order("A");
        Fulfillment marked = depositor.station.desk().markShipped("A", Map.of("2", 1), "ups", "1");
        assertThat(marked.items())
                .singleElement()
                .extracting(ShipmentItem::quantity)
                .isEqualTo(1);
        assertThat(depositor.station.shipments()).hasSize(2);
    }

    @Test
    void taking_everything_splits_nothing() {
        depositor.order("A");
        depositor.station.desk().buyLabel("A", Packing.everything().take("1", 3).take("2", 2));
        assertThat(depositor.station.shipments()).hasSize(1);
    }

    @Test
    void a_part_can_be_split_again() {
        depositor.order("A");
        Shipment part = depositor.station.desk().split("A", Map.of("1", 2));
        Shipment second = depositor.station.desk().split(part.shipmentId(), Map.of("1", 1));
        assertThat(second.splitFrom()).isEqualTo(part.shipmentId());
        assertThat(depositor.station.shipments().stream()
                        .mapToInt(shipment -> shipment.quantity("1"))
                        .sum())
                .isEqualTo(3);
    }

    @Test
    void what_cannot_be_split_is_not() {
        depositor.create(Depositor.shipment("A").replace("\"create_sales_order\": true,", ""));
        ShippingDesk desk = depositor.station.desk();
        assertThatIllegalStateException()
                .isThrownBy(() -> desk.split("A", Map.of("1", 1)))
                .withMessageContaining("create_sales_order");
        depositor.order("B");
        assertThatIllegalArgumentException().isThrownBy(() -> desk.split("B", Map.of("1", 3, "2", 2)));
        assertThatIllegalArgumentException().isThrownBy(() -> desk.split("B", Map.of("1", 4)));
        assertThatIllegalArgumentException().isThrownBy(() -> desk.split("B", Map.of("9", 1)));
        desk.buyLabel("B", Packing.everything());
        assertThatIllegalStateException().isThrownBy(() -> desk.split("B", Map.of("1", 1)));
    }
}
