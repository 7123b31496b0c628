package dev.drayage.testkit.shipstation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drayage.testkit.shipstation.Depositor.Answer;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Updating and cancelling. */
class ChangeShipmentsTest {
    private final Depositor depositor = new Depositor();
    private final Shipment order = depositor.order("A");
    private final String path = "/v2/shipments/" + order.shipmentId();

    @AfterEach
    void close() {
        depositor.close();
    }

    @Test
    void a_pending_shipment_takes_other_content() {
        depositor.clock.pass(Duration.ofMinutes(1));
        Answer answer = depositor.put(
                path,
                Depositor.shipment("A", "SO-NEW")
                        .replace("1 Test Lane", "2 Other Lane")
                        .replace("3}", "4}"));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().path("has_errors").asBoolean(true)).isFalse();
        JsonNode now = depositor.byExternalId("A").body();
        assertThat(now.path("shipment_number").asText()).isEqualTo("SO-NEW");
        assertThat(now.at("/ship_to/address_line1").asText()).isEqualTo("2 Other Lane");
        assertThat(now.at("/items/0/quantity").asInt()).isEqualTo(4);
        assertThat(now.at("/items/0/item_id").asText())
                .isEqualTo(order.items().get(0).itemId());
        assertThat(now.path("created_at").asText()).isEqualTo("2026-11-16T08:00:00Z");
        assertThat(now.path("modified_at").asText()).isEqualTo("2026-11-16T08:01:00Z");
        assertThat(depositor.station.journal().count(AcceptedWrite.Kind.UPDATED))
                .isEqualTo(1);
    }

    @Test
    void the_old_number_is_free_again() {
        depositor.put(path, Depositor.shipment("A", "SO-NEW"));
        assertThat(depositor
                        .create(Depositor.shipment("B", "SO-A"))
                        .body()
                        .path("has_errors")
                        .asBoolean(true))
                .isFalse();
        assertThat(depositor
                        .create(Depositor.shipment("C", "SO-NEW"))
                        .body()
                        .path("has_errors")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void the_external_id_cannot_change_and_a_number_cannot_be_taken_twice() {
        assertThat(depositor.put(path, Depositor.shipment("B")).code()).isEqualTo("identifiers_must_match");
        depositor.order("B");
        Answer taken = depositor.put(path, Depositor.shipment("A", "SO-B"));
        assertThat(taken.status()).isEqualTo(400);
        assertThat(taken.code()).isEqualTo("identifier_conflict");
        assertThat(taken.body().at("/errors/0/field_name").asText()).isEqualTo("shipment_number");
        assertThat(depositor.put("/v2/shipments/se-1", Depositor.shipment("A")).status())
                .isEqualTo(404);
    }

    @Test
    void only_pending_shipments_can_be_updated() {
        depositor.station.desk().startProcessing("A");
        assertThat(depositor.put(path, Depositor.shipment("A")).code()).isEqualTo("invalid_status");
        depositor.station.desk().buyLabel("A", Packing.everything());
        assertThat(depositor.put(path, Depositor.shipment("A")).code()).isEqualTo("invalid_status");
    }

    @Test
    void a_cancelled_shipment_stays_cancelled() {
        Answer answer = depositor.put(path + "/cancel", "");
        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.http().body()).isEmpty();
        assertThat(depositor.byExternalId("A").body().path("shipment_status").asText())
                .isEqualTo("cancelled");
        assertThat(depositor.put(path + "/cancel", "").status()).isEqualTo(204);
        assertThat(depositor.station.journal().count(AcceptedWrite.Kind.CANCELLED))
                .isEqualTo(1);
        assertThat(depositor.put(path, Depositor.shipment("A")).status()).isEqualTo(400);
        assertThatIllegalStateException()
                .isThrownBy(() -> depositor.station.desk().buyLabel("A", Packing.everything()));
        assertThat(depositor
                        .create(Depositor.shipment("A", "OTHER"))
                        .body()
                        .path("has_errors")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void what_has_a_label_cannot_be_cancelled_before_the_label_is_voided() {
        Label label = depositor.station.desk().buyLabel("A", Packing.everything());
        Answer answer = depositor.put(path + "/cancel", "");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("invalid_status");
        assertThatIllegalStateException()
                .isThrownBy(() -> depositor.station.desk().cancel("A"));
        depositor.station.desk().voidLabel(label.labelId());
        assertThat(depositor.put(path + "/cancel", "").status()).isEqualTo(204);
    }

    @Test
    void people_at_shipstation_cancel_too() {
        depositor.station.desk().cancel("A");
        assertThat(depositor
                        .get("/v2/shipments", "shipment_status", "cancelled")
                        .column("shipments", "shipment_id"))
                .containsExactly(order.shipmentId());
        assertThat(depositor.station.journal().count(AcceptedWrite.Kind.CANCELLED))
                .isZero();
    }
}
