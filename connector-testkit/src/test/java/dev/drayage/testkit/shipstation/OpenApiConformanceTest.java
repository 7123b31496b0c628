package dev.drayage.testkit.shipstation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Every field and code that is answered, against the vendor's OpenAPI of the same family of APIs. Fulfillments are not
 * in it.
 */
class OpenApiConformanceTest {
    /** Seen in recorded V2 answers; the family's schema does not have them. */
    private static final Set<String> V2_SHIPMENT = Set.of("store_id");

    private static final Set<String> V2_ITEM = Set.of("item_id");

    private final Depositor depositor = new Depositor();
    private final OpenApiLines schema = schema();

    @AfterEach
    void close() {
        depositor.close();
    }

    private static OpenApiLines schema() {
        Path file =
                Path.of(System.getProperty("drayage.specs", "specs"), "3pl", "shipstation", "shipengine-openapi.yaml");
        if (Boolean.getBoolean("drayage.specs.required")) {
            assertThat(file).isRegularFile();
        }
        assumeTrue(Files.isRegularFile(file), "the vendor's schema is not at " + file + " (-Ddrayage.specs)");
        return OpenApiLines.read(file);
    }

    private void check(JsonNode object, Set<String> more, String... schemas) {
        Set<String> allowed = new TreeSet<>(schema.fields(schemas));
        allowed.addAll(more);
        Set<String> answered =
                object.properties().stream().map(Map.Entry::getKey).collect(Collectors.toSet());
        assertThat(answered).as(Arrays.toString(schemas)).isNotEmpty().isSubsetOf(allowed);
    }

    private void checkShipment(JsonNode shipment, String... schemas) {
        check(shipment, V2_SHIPMENT, schemas);
        check(shipment.at("/items/0"), V2_ITEM, "shipment_item");
        check(shipment.at("/packages/0"), Set.of(), "package");
        check(shipment.path("total_weight"), Set.of(), "weight");
        check(shipment.path("ship_to"), Set.of(), "partial_address", "partial_shipping_address_to");
        check(shipment.path("ship_from"), Set.of(), "partial_address");
        assertThat(schema.values("shipment_status"))
                .contains(shipment.path("shipment_status").asText());
    }

    @Test
    void shipments() {
        JsonNode created = depositor.create(Depositor.shipment("A")).body();
        check(created, Set.of(), "create_shipments_response_body");
        checkShipment(created.at("/shipments/0"), "partial_shipment", "create_shipment_response_body_fields");
        checkShipment(depositor.byExternalId("A").body(), "partial_shipment");
        JsonNode page = depositor.get("/v2/shipments", "page_size", "1").body();
        check(page, Set.of(), "list_shipments_response_body");
        check(page.path("links"), Set.of(), "pagination_link");
        check(page.at("/links/first"), Set.of(), "optional_link");
        checkShipment(page.at("/shipments/0"), "partial_shipment");
    }

    @Test
    void the_check_finds_what_is_wrong() {
        assertThatThrownBy(() -> check(Depositor.JSON.createObjectNode().put("orderId", 1), Set.of(), "label"))
                .isInstanceOf(AssertionError.class);
        assertThat(schema.fields("label")).contains("label_id", "voided_at").doesNotContain("maxLength", "currency");
    }

    @Test
    void all_statuses_are_published() {
        assertThat(Arrays.stream(ShipmentStatus.values()).map(ShipmentStatus::text))
                .containsExactlyInAnyOrderElementsOf(schema.values("shipment_status"));
    }

    @Test
    void labels() {
        depositor.order("A");
        depositor
                .station
                .desk()
                .voidLabel(depositor
                        .station
                        .desk()
                        .buyLabel("A", Packing.everything().cartons(2))
                        .labelId());
        JsonNode page = depositor.get("/v2/labels").body();
        check(page, Set.of(), "list_labels_response_body", "paged_list_response_body");
        JsonNode label = page.at("/labels/0");
        check(label, Set.of(), "label");
        assertThat(depositor
                        .get("/v2/labels/" + label.path("label_id").asText())
                        .body())
                .isEqualTo(label);
        check(label.at("/packages/1"), Set.of(), "label_package");
        check(label.path("shipment_cost"), Set.of(), "monetary_value");
        assertThat(schema.values("label_status")).contains(label.path("status").asText());
        assertThat(schema.values("void_type")).contains(label.path("void_type").asText());
    }

    @Test
    void warehouses() {
        JsonNode warehouse = depositor.get("/v2/warehouses/se-28529731").body();
        check(warehouse, Set.of(), "warehouse");
        check(warehouse.path("origin_address"), Set.of(), "partial_address");
        assertThat(depositor.get("/v2/warehouses/se-28529732").status()).isEqualTo(404);
    }

    @Test
    void errors() {
        Set<VendorError> all = Set.of(
                VendorError.unauthorized(),
                VendorError.notFound("x"),
                VendorError.status("x"),
                VendorError.tooMany(),
                VendorError.internal());
        for (VendorError error : all) {
            assertThat(schema.values("error_type")).contains(error.type());
            assertThat(schema.values("error_code")).contains(error.code());
        }
        for (String code : Set.of(
                "field_value_required",
                "invalid_field_value",
                "invalid_identifier",
                "invalid_string_length",
                "identifier_conflict",
                "identifiers_must_match",
                "invalid_object",
                "request_body_required")) {
            assertThat(schema.values("error_code")).contains(code);
        }
        JsonNode body = depositor.get("/v2/labels", "page", "0").body();
        check(body, Set.of(), "error_response_body");
        check(body.at("/errors/0"), Set.of(), "error");
        assertThat(schema.values("error_source"))
                .contains(body.at("/errors/0/error_source").asText());
    }
}
