package dev.drayage.testkit.shipstation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drayage.testkit.shipstation.Depositor.Answer;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Creating shipments and finding them again. */
class CreateShipmentsTest {
    private final Depositor depositor = new Depositor();

    @AfterEach
    void close() {
        depositor.close();
    }

    private static ObjectNode wanted() throws IOException {
        return (ObjectNode) Depositor.JSON.readTree(Depositor.shipment("A"));
    }

    @Test
    void a_shipment_is_found_under_both_ids() {
        Answer answer = depositor.create(Depositor.shipment("netsuite:salesorder:88123", "SO100234"));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().path("has_errors").asBoolean(true)).isFalse();
        JsonNode created = answer.body().at("/shipments/0");
        assertThat(created.path("errors")).isEmpty();
        assertThat(created.path("shipment_id").asText()).startsWith("se-");
        assertThat(created.path("shipment_status").asText()).isEqualTo("pending");

        JsonNode found = depositor.byExternalId("netsuite:salesorder:88123").body();
        assertThat(found.path("shipment_id")).isEqualTo(created.path("shipment_id"));
        assertThat(found.path("shipment_number").asText()).isEqualTo("SO100234");
        assertThat(found.at("/ship_to/name").asText()).isEqualTo("Ada Example");
        assertThat(found.at("/items/1/external_order_item_id").asText()).isEqualTo("2");
        assertThat(found.at("/items/1/quantity").asInt()).isEqualTo(2);
        assertThat(found.at("/total_weight/value").decimalValue()).isEqualByComparingTo("6.5");
        assertThat(found.path("created_at").asText()).isEqualTo("2026-11-16T08:00:00Z");
        assertThat(depositor
                        .get("/v2/shipments/" + found.path("shipment_id").asText())
                        .body())
                .isEqualTo(found);
        assertThat(depositor.station.journal().writesTo("netsuite:salesorder:88123"))
                .extracting(AcceptedWrite::kind)
                .containsExactly(AcceptedWrite.Kind.CREATED);
    }

    @Test
    void what_is_not_there_is_not_found() {
        assertThat(depositor.byExternalId("nobody").status()).isEqualTo(404);
        assertThat(depositor.get("/v2/shipments/se-1").status()).isEqualTo(404);
        assertThat(depositor.get("/v2/orders").status()).isEqualTo(404);
    }

    @Test
    void a_duplicate_is_an_error_of_its_item_and_the_others_go_on() {
        depositor.order("A");
        Answer answer = depositor.create(Depositor.shipment("A", "OTHER"), Depositor.shipment("B"));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().path("has_errors").asBoolean()).isTrue();
        assertThat(answer.body().at("/shipments/0/errors/0").asText()).contains("external_shipment_id", "'A'");
        assertThat(answer.body().at("/shipments/0").has("shipment_id")).isFalse();
        assertThat(answer.body().at("/shipments/1/errors")).isEmpty();
        assertThat(depositor.station.shipments())
                .extracting(Shipment::externalShipmentId)
                .containsExactly("A", "B");
    }

    @Test
    void a_duplicate_within_one_request_is_found_too() {
        Answer answer = depositor.create(Depositor.shipment("A"), Depositor.shipment("A", "OTHER"));
        assertThat(answer.body().at("/shipments/0/errors")).isEmpty();
        assertThat(answer.body().at("/shipments/1/errors")).hasSize(1);
        assertThat(depositor.station.shipments()).hasSize(1);
    }

    @Test
    void a_number_is_unique_in_the_account() {
        depositor.create(Depositor.shipment("A", "SO1"));
        assertThat(depositor
                        .create(Depositor.shipment("B", "SO1"))
                        .body()
                        .at("/shipments/0/errors/0")
                        .asText())
                .contains("shipment_number");
    }

    @Test
    void without_an_external_id_the_vendor_makes_one() throws IOException {
        ObjectNode wanted = wanted();
        wanted.remove("external_shipment_id");
        wanted.remove("shipment_number");
        JsonNode created = depositor.create(wanted.toString()).body().at("/shipments/0");
        assertThat(created.path("external_shipment_id")).isEqualTo(created.path("shipment_id"));
        assertThat(created.path("shipment_number")).isEqualTo(created.path("shipment_id"));
    }

    @Test
    void ids_are_cut_off_after_fifty_characters() {
        String fifty = "x".repeat(50);
        depositor.create(Depositor.shipment(fifty + "-one", "1"));
        assertThat(depositor.byExternalId(fifty).status()).isEqualTo(200);
        assertThat(depositor.byExternalId(fifty + "-one").status()).isEqualTo(404);
        assertThat(depositor
                        .create(Depositor.shipment(fifty + "-two", "2"))
                        .body()
                        .path("has_errors")
                        .asBoolean())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "/ship_to/name, ship_to.name",
        "/ship_to/address_line1, ship_to.address_line1",
        "/ship_to/country_code, ship_to.country_code",
        "/ship_to, ship_to",
        "/warehouse_id, warehouse_id",
        "/items/0/quantity, items[0].quantity",
        "/packages/0/weight, packages[0].weight",
        "/packages/0/weight/unit, packages[0].weight.unit"
    })
    void what_is_left_out_is_named(String pointer, String field) throws IOException {
        ObjectNode wanted = wanted();
        int slash = pointer.lastIndexOf('/');
        ((ObjectNode) wanted.at(pointer.substring(0, slash))).remove(pointer.substring(slash + 1));
        Answer answer = depositor.create(wanted.toString());
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().at("/shipments/0/errors/0").asText()).contains(field);
        assertThat(depositor.station.shipments()).isEmpty();
    }

    @Test
    void without_an_origin_the_warehouse_is_it() throws IOException {
        depositor.create(wanted().putNull("ship_from").toString());
        assertThat(depositor
                        .byExternalId("A")
                        .body()
                        .at("/ship_from/country_code")
                        .asText())
                .isEqualTo("US");
    }

    @Test
    void fields_that_nobody_knows_are_passed_over() throws IOException {
        ObjectNode wanted = wanted().put("orderKey", "A");
        ((ObjectNode) wanted.at("/items/0")).put("lineItemKey", "1");
        assertThat(depositor.create(wanted.toString()).body().path("has_errors").asBoolean(true))
                .isFalse();
        assertThat(depositor.station.traffic().ignored())
                .containsExactlyInAnyOrder("CREATE_SHIPMENTS orderKey", "CREATE_SHIPMENTS items[].lineItemKey");
    }

    @Test
    void a_body_that_is_no_list_of_shipments_is_refused() {
        for (String body : new String[] {"", "{", "[]", "{}", "{\"shipments\": []}"}) {
            Answer answer = depositor.post("/v2/shipments", body);
            assertThat(answer.status()).as(body).isEqualTo(400);
            assertThat(answer.body().path("request_id").asText()).hasSize(36);
        }
    }
}
