package dev.drayage.testkit.amazon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drayage.testkit.amazon.SellerCentral.Answer;
import dev.drayage.testkit.wire.Fault;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ConfirmShipmentTest {
    private static final String ORDER = SellerCentral.id(1);
    private static final String FIRST = "00000000000017";
    private static final String SECOND = "00000000000024";
    private final SellerCentral central = new SellerCentral();

    @BeforeEach
    void seed() {
        central.amazon
                .orders()
                .add(SellerCentral.plain(1)
                        .item(SimulatedItem.builder(SECOND, "SKU-2", 1, "5.00").build())
                        .build());
        central.clock.pass(Duration.ofHours(3));
    }

    @AfterEach
    void close() {
        central.close();
    }

    private OrderView seen() {
        return central.amazon.orders().order(ORDER).orElseThrow();
    }

    private static void refused(Answer answer) {
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("InvalidInput");
    }

    @Test
    void a_confirmation_shows_as_a_package_and_moves_the_order_on() {
        assertThat(central.confirm(ORDER, "1", FIRST, 2).status()).isEqualTo(204);
        JsonNode order = central.order(ORDER).body().path("order");
        assertThat(order.at("/fulfillment/fulfillmentStatus").asText()).isEqualTo("PARTIALLY_SHIPPED");
        assertThat(order.path("lastUpdatedTime").asText()).isEqualTo("2026-11-16T11:00:00.000Z");
        assertThat(order.at("/orderItems/0/fulfillment/quantityFulfilled").asInt())
                .isEqualTo(2);
        assertThat(order.at("/orderItems/1/fulfillment/quantityUnfulfilled").asInt())
                .isEqualTo(1);
        JsonNode parcel = order.at("/packages/0");
        assertThat(parcel.path("packageReferenceId").asText()).isEqualTo("1");
        assertThat(parcel.path("carrier").asText()).isEqualTo("UPS");
        assertThat(parcel.path("shippingService").asText()).isEqualTo("Ground");
        assertThat(parcel.path("trackingNumber").asText()).isEqualTo("1Z-1");
        assertThat(parcel.at("/packageItems/0/orderItemId").asText()).isEqualTo(FIRST);

        assertThat(central.confirm(ORDER, "2", SECOND, 1).status()).isEqualTo(204);
        assertThat(seen().status()).isEqualTo(FulfillmentStatus.SHIPPED);
        assertThat(seen().packages()).hasSize(2);
    }

    @Test
    void the_same_package_reference_edits_the_package() {
        central.confirm(ORDER, "1", FIRST, 1);
        String changed = central.confirmation("1", FIRST, 2).replace("1Z-1", "1Z-other");
        assertThat(central.confirm(ORDER, changed).status()).isEqualTo(204);
        assertThat(seen().packages())
                .extracting(SimulatedPackage::trackingNumber, parcel -> parcel.quantityOf(FIRST))
                .containsExactly(tuple("1Z-other", 2));
        assertThat(central.amazon.journal().writesTo(ORDER))
                .extracting(AcceptedWrite::kind)
                .containsExactly(AcceptedWrite.Kind.NEW_PACKAGE, AcceptedWrite.Kind.EDITED_PACKAGE);
    }

    @Test
    void the_same_package_with_the_same_content_changes_nothing() {
        String body = central.confirmation("1", FIRST, 1);
        central.confirm(ORDER, body);
        OrderView before = seen();
        central.clock.pass(Duration.ofMinutes(1));
        assertThat(central.confirm(ORDER, body).status()).isEqualTo(204);
        assertThat(seen().lastUpdatedTime()).isEqualTo(before.lastUpdatedTime());
        assertThat(central.amazon.journal().count(AcceptedWrite.Kind.REPEATED)).isEqualTo(1);
        assertThat(central.amazon.journal().count()).isEqualTo(2);
    }

    @Test
    void a_new_package_of_a_shipped_order_is_looked_for_and_not_found() {
        central.confirm(ORDER, "1", FIRST, 2);
        central.confirm(ORDER, "2", SECOND, 1);
        Answer answer = central.confirm(ORDER, "3", FIRST, 1);
        refused(answer);
        assertThat(answer.message())
                .contains("Unable to find package to update")
                .contains("PackageToUpdateNotFound");
        assertThat(central.confirm(ORDER, "2", SECOND, 1).status()).isEqualTo(204);
    }

    @Test
    void no_more_can_be_shipped_than_was_ordered_and_not_cancelled() {
        refused(central.confirm(ORDER, "1", FIRST, 3));
        central.amazon.orders().cancelItem(ORDER, FIRST, 1, "OutOfStock");
        refused(central.confirm(ORDER, "1", FIRST, 2));
        assertThat(central.confirm(ORDER, "1", FIRST, 1).status()).isEqualTo(204);
        refused(central.confirm(ORDER, "2", FIRST, 1));
        assertThat(central.confirm(ORDER, "2", SECOND, 1).status()).isEqualTo(204);
        assertThat(seen().status()).isEqualTo(FulfillmentStatus.SHIPPED);
        assertThat(seen().shipped()).containsEntry(FIRST, 1);
    }

    @ParameterizedTest
    @CsvSource({"0", "-1", "1.5", "A1", "PKG-1", "''"})
    void the_package_reference_must_be_a_positive_number_in_text_form(String id) {
        refused(central.confirm(ORDER, id, FIRST, 1));
    }

    @Test
    void the_package_reference_must_be_text() {
        refused(central.confirm(
                ORDER,
                central.confirmation("1", FIRST, 1)
                        .replace("\"packageReferenceId\": \"1\"", "\"packageReferenceId\": 1")));
    }

    @ParameterizedTest
    @CsvSource({"ups", "Fedex", "UPS Ground", "Evri"})
    void the_carrier_code_must_match_exactly(String code) {
        refused(central.confirm(ORDER, central.confirmation("1", FIRST, 1).replace("\"UPS\"", "\"" + code + "\"")));
    }

    @Test
    void other_carriers_need_a_name_and_show_it() {
        String other = central.confirmation("1", FIRST, 1).replace("\"UPS\"", "\"Other\"");
        refused(central.confirm(ORDER, other));
        String named = other.replace("\"Other\"", "\"Other\", \"carrierName\": \"Regional Express\"");
        assertThat(central.confirm(ORDER, named).status()).isEqualTo(204);
        assertThat(central.order(ORDER).body().at("/order/packages/0/carrier").asText())
                .isEqualTo("Regional Express");
    }

    @Test
    void order_items_as_an_object_are_said_to_have_an_invalid_id() {
        String body = central.confirmation("1", FIRST, 1).replace("[{", "{").replace("}]", "}");
        Answer answer = central.confirm(ORDER, body);
        refused(answer);
        assertThat(answer.message()).isEqualTo("OrderItemId is invalid");
    }

    @Test
    void an_order_id_without_dashes_is_said_to_be_an_invalid_item_id() {
        assertThat(central.confirm(ORDER.replace("-", ""), "1", FIRST, 1).message())
                .isEqualTo("OrderItemId is invalid");
    }

    @Test
    void an_item_of_another_order_and_a_lost_leading_zero_are_refused() {
        refused(central.confirm(ORDER, "1", "99999999999999", 1));
        refused(central.confirm(ORDER, "1", "17", 1));
    }

    @ParameterizedTest
    @CsvSource({"0", "-1", "1.5", "'\"1\"'"})
    void the_quantity_must_be_a_whole_number_above_zero(String quantity) {
        String body = central.confirmation("1", FIRST, 1).replace("\"quantity\": 1", "\"quantity\": " + quantity);
        refused(central.confirm(ORDER, body));
    }

    @Test
    void a_ship_date_that_is_no_iso_time_meets_the_code_with_a_space() {
        String body = central.confirmation("1", FIRST, 1)
                .replace(central.clock.instant().toString(), "02/21/2022");
        Answer answer = central.confirm(ORDER, body);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("Invalid Input");
    }

    @ParameterizedTest
    @CsvSource({"2026-11-16T11:00:01Z", "2026-11-16T07:59:59Z"})
    void the_ship_date_is_neither_in_the_future_nor_before_the_order(String date) {
        refused(central.confirm(
                ORDER,
                central.confirmation("1", FIRST, 1)
                        .replace(central.clock.instant().toString(), date)));
    }

    @Test
    void a_ship_date_may_have_an_offset() {
        String body = central.confirmation("1", FIRST, 1)
                .replace(central.clock.instant().toString(), "2026-11-16T02:30:00.000-08:00");
        assertThat(central.confirm(ORDER, body).status()).isEqualTo(204);
    }

    @Test
    void missing_parts_are_refused() {
        String body = central.confirmation("1", FIRST, 1);
        refused(central.confirm(ORDER, body.replace("marketplaceId", "market")));
        refused(central.confirm(ORDER, body.replace("ATVPDKIKX0DER", "A2EUQ1WTGCTBG2")));
        refused(central.confirm(ORDER, body.replace("\"1Z-1\"", "\" \"")));
        refused(central.confirm(ORDER, body.replace("packageDetail", "package")));
        refused(central.confirm(ORDER, "{"));
        refused(central.confirm(ORDER, "[]"));
    }

    @Test
    void a_body_of_another_type_is_unsupported() {
        Answer answer = central.send(central.request("/orders/v0/orders/" + ORDER + "/shipmentConfirmation", Map.of())
                .header("Content-Type", "text/plain")
                .POST(HttpRequest.BodyPublishers.ofString(central.confirmation("1", FIRST, 1))));
        assertThat(answer.status()).isEqualTo(415);
    }

    @ParameterizedTest
    @EnumSource(names = {"PENDING", "PENDING_AVAILABILITY", "CANCELLED", "UNFULFILLABLE"})
    void an_order_that_is_not_ready_cannot_be_confirmed(FulfillmentStatus status) {
        central.amazon.orders().add(SellerCentral.plain(2).status(status).build());
        refused(central.confirm(SellerCentral.id(2), "1", FIRST, 1));
    }

    @Test
    void orders_that_amazon_ships_cannot_be_confirmed() {
        central.amazon
                .orders()
                .add(SellerCentral.plain(2).fulfilledBy(FulfilledBy.AMAZON).build());
        refused(central.confirm(SellerCentral.id(2), "1", FIRST, 1));
    }

    @Test
    void ship_plus_orders_cannot_be_confirmed() {
        central.amazon
                .orders()
                .add(SellerCentral.plain(2).programs("FBM_SHIP_PLUS").build());
        refused(central.confirm(SellerCentral.id(2), "1", FIRST, 1));
    }

    @Test
    void an_unknown_order_is_not_found() {
        assertThat(central.confirm(SellerCentral.id(99), "1", FIRST, 1).status())
                .isEqualTo(404);
    }

    @Test
    void an_accepted_confirmation_may_show_two_minutes_later() {
        central.amazon.orders().confirmationsShowAfter(Duration.ofMinutes(2));
        central.confirm(ORDER, "1", FIRST, 2);
        assertThat(seen().packages()).isEmpty();
        assertThat(seen().acceptedPackages()).hasSize(1);
        refused(central.confirm(ORDER, "2", FIRST, 1));
        central.clock.pass(Duration.ofMinutes(2));
        assertThat(seen().packages()).hasSize(1);
        assertThat(seen().lastUpdatedTime()).isEqualTo(central.clock.instant());
    }

    @Test
    void a_confirmation_may_be_carried_out_though_the_answer_is_an_error() {
        central.amazon.faults().next(1, Fault.SERVER_ERROR_AFTER_WORK, Operation.CONFIRM_SHIPMENT::matches);
        Answer answer = central.confirm(ORDER, "1", FIRST, 1);
        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.code()).isEqualTo("InternalFailure");
        assertThat(central.amazon.journal().count()).isEqualTo(1);
    }

    @Test
    void a_confirmation_may_be_answered_with_success_and_come_to_nothing() {
        central.amazon.orders().loseConfirmations(1);
        assertThat(central.confirm(ORDER, "1", FIRST, 1).status()).isEqualTo(204);
        assertThat(seen().acceptedPackages()).isEmpty();
        assertThat(central.amazon.journal().count(AcceptedWrite.Kind.LOST)).isEqualTo(1);
        central.confirm(ORDER, "1", FIRST, 1);
        assertThat(seen().packages()).hasSize(1);
    }

    @Test
    void a_repeat_may_be_refused() {
        central.amazon.orders().refuseRepeats(true);
        central.confirm(ORDER, "1", FIRST, 1);
        refused(central.confirm(ORDER, "1", FIRST, 1));
        assertThat(central.confirm(ORDER, "1", FIRST, 2).status()).isEqualTo(204);
    }

    @Test
    void a_package_reference_read_back_need_not_be_a_number() {
        central.amazon
                .orders()
                .addPackage(
                        ORDER,
                        new SimulatedPackage(
                                "LABEL-7",
                                "USPS",
                                "",
                                "",
                                "9400",
                                central.clock.instant(),
                                central.clock.instant(),
                                List.of(new PackedItem(FIRST, 2, List.of()))));
        assertThat(central.order(ORDER)
                        .body()
                        .at("/order/packages/0/packageReferenceId")
                        .asText())
                .isEqualTo("LABEL-7");
        assertThat(central.amazon.journal().count()).isZero();
        refused(central.confirm(ORDER, "1", FIRST, 1));
    }

    @Test
    void of_many_callers_at_once_one_makes_the_package() {
        central.amazon.quota().unlimited();
        String body = central.confirmation("1", FIRST, 1);
        assertThat(IntStream.range(0, 16)
                        .parallel()
                        .map(n -> central.confirm(ORDER, body).status()))
                .containsOnly(204);
        assertThat(central.amazon.journal().count(AcceptedWrite.Kind.NEW_PACKAGE))
                .isEqualTo(1);
        assertThat(central.amazon.journal().count(AcceptedWrite.Kind.REPEATED)).isEqualTo(15);
    }

    @Test
    void transparency_codes_come_back_with_the_package() {
        String body = central.confirmation("1", FIRST, 1)
                .replace("\"quantity\": 1", "\"quantity\": 1, \"transparencyCodes\": [\"AZ:1\"]");
        central.confirm(ORDER, body);
        assertThat(central.order(ORDER)
                        .body()
                        .at("/order/packages/0/packageItems/0/transparencyCodes/0")
                        .asText())
                .isEqualTo("AZ:1");
    }
}
