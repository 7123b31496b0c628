package dev.drayage.testkit.amazon;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GetOrderTest {
    private static final String ORDER = SellerCentral.id(1);
    private static final String ITEM = "00000000000017";
    private final SellerCentral central = new SellerCentral();

    @AfterEach
    void close() {
        central.close();
    }

    private void add(SimulatedOrder.Builder order) {
        central.amazon.orders().add(order.build());
    }

    private JsonNode order() {
        return central.order(ORDER).body().path("order");
    }

    private static SimulatedOrder.Builder rich() {
        SimulatedOrder.Builder order = SellerCentral.plain(1);
        return order.items(List.of(SimulatedItem.builder(ITEM, "SKU-1", 2, "19.99")
                        .shipping("4.90")
                        .giftWrap("Classic", "For you", "3.00")
                        .tax("ITEM", "3.20")
                        .tax("SHIPPING", "0.39")
                        .discount("ITEM", "-2.00")
                        .promotion("AUTUMN")
                        .marketplaceFacilitator()
                        .build()))
                .paymentMethod("CreditCard");
    }

    @Test
    void nothing_but_the_basics_comes_unless_asked_for() {
        add(rich());
        JsonNode order = central.get("/orders/2026-01-01/orders/" + ORDER, Map.of())
                .body()
                .path("order");
        assertThat(order.fieldNames())
                .toIterable()
                .containsExactly("orderId", "createdTime", "lastUpdatedTime", "salesChannel", "orderItems");
        assertThat(order.at("/orderItems/0").fieldNames())
                .toIterable()
                .containsExactly("orderItemId", "quantityOrdered", "product");
    }

    @ParameterizedTest
    @CsvSource({
        "BUYER, /buyer",
        "RECIPIENT, /recipient",
        "PROCEEDS, /proceeds",
        "PAYMENT, /payment",
        "FULFILLMENT, /fulfillment",
        "PROMOTION, /orderItems/0/promotion",
        "TAX, /orderItems/0/tax",
        "PACKAGES, /packages",
    })
    void each_data_set_brings_its_part(String name, String path) {
        add(rich());
        central.confirm(ORDER, "1", ITEM, 1);
        JsonNode order = central.get("/orders/2026-01-01/orders/" + ORDER, Map.of("includedData", name))
                .body()
                .path("order");
        assertThat(order.at(path).isMissingNode()).isFalse();
    }

    @Test
    void totals_are_the_exact_sums_of_their_parts() {
        add(rich());
        JsonNode order = order();
        BigDecimal sum = BigDecimal.ZERO;
        for (JsonNode breakdown : order.at("/orderItems/0/proceeds/breakdowns")) {
            sum = sum.add(new BigDecimal(breakdown.at("/subtotal/amount").textValue()));
        }
        assertThat(order.at("/orderItems/0/proceeds/proceedsTotal/amount").textValue())
                .isEqualTo(sum.toPlainString())
                .isEqualTo("49.47");
        assertThat(order.at("/proceeds/grandTotal/amount").textValue()).isEqualTo("49.47");
        assertThat(order.at("/orderItems/0/proceeds/breakdowns/3/detailedBreakdowns/1/subtype")
                        .textValue())
                .isEqualTo("SHIPPING");
    }

    @Test
    void discounts_may_be_positive_numbers_that_the_total_subtracts() {
        add(rich().positiveDiscounts());
        JsonNode proceeds = order().at("/orderItems/0/proceeds");
        assertThat(proceeds.at("/breakdowns/4/subtotal/amount").textValue()).isEqualTo("2.00");
        assertThat(proceeds.at("/proceedsTotal/amount").textValue()).isEqualTo("49.47");
    }

    @Test
    void a_total_may_be_stated_that_is_not_the_sum() {
        add(rich().grandTotal("50.00"));
        assertThat(order().at("/proceeds/grandTotal/amount").textValue()).isEqualTo("50.00");
    }

    @Test
    void a_pending_order_has_neither_price_nor_address() {
        add(rich().status(FulfillmentStatus.PENDING));
        JsonNode order = order();
        assertThat(order.has("proceeds")).isFalse();
        assertThat(order.has("recipient")).isFalse();
        assertThat(order.has("buyer")).isFalse();
        assertThat(order.at("/orderItems/0/product").has("price")).isFalse();
        assertThat(order.at("/orderItems/0").has("proceeds")).isFalse();
        central.clock.pass(Duration.ofMinutes(10));
        central.amazon.orders().release(ORDER);
        assertThat(order().has("recipient")).isTrue();
        assertThat(order().at("/fulfillment/fulfillmentStatus").asText()).isEqualTo("UNSHIPPED");
        assertThat(order().path("lastUpdatedTime").asText()).isEqualTo("2026-11-16T08:10:00.000Z");
    }

    @Test
    void a_pending_order_may_show_prices_early() {
        add(rich().status(FulfillmentStatus.PENDING).pricedWhilePending());
        assertThat(order().has("proceeds")).isTrue();
        assertThat(order().has("recipient")).isFalse();
    }

    @Test
    void one_data_set_may_break_a_region_for_a_day() {
        add(rich());
        central.amazon.orderOddities().breakDataSet("FULFILLMENT");
        assertThat(central.order(ORDER).status()).isEqualTo(400);
        assertThat(central.get("/orders/2026-01-01/orders/" + ORDER, Map.of("includedData", "BUYER,PROCEEDS"))
                        .status())
                .isEqualTo(200);
        central.amazon.orderOddities().mendDataSets();
        assertThat(central.order(ORDER).status()).isEqualTo(200);
    }

    @Test
    void a_pending_order_may_show_no_items() {
        add(rich().status(FulfillmentStatus.PENDING).itemsHiddenWhilePending());
        assertThat(order().path("orderItems").isArray()).isTrue();
        assertThat(order().path("orderItems")).isEmpty();
    }

    @Test
    void an_order_shipped_by_amazon_has_no_email_phone_name_or_street() {
        add(rich().fulfilledBy(FulfilledBy.AMAZON).status(FulfillmentStatus.SHIPPED));
        JsonNode order = order();
        assertThat(order.path("buyer").has("buyerEmail")).isFalse();
        assertThat(order.at("/recipient/deliveryAddress").fieldNames())
                .toIterable()
                .containsExactly("city", "stateOrRegion", "postalCode", "countryCode", "addressType");
        assertThat(order.at("/orderItems/0/fulfillment/quantityFulfilled").asInt())
                .isEqualTo(2);
    }

    @Test
    void without_the_restricted_roles_person_data_is_missing_and_the_answer_is_fine() {
        add(rich());
        central.amazon.roles(Set.of());
        JsonNode order = order();
        assertThat(order.path("buyer").isEmpty()).isTrue();
        assertThat(order.at("/recipient/deliveryAddress").fieldNames())
                .toIterable()
                .containsExactly("city", "stateOrRegion", "countryCode", "addressType");
        assertThat(order.at("/orderItems/0/fulfillment/packing/giftOption").has("giftMessage"))
                .isFalse();
        central.amazon.roles(Set.of(Role.DIRECT_TO_CONSUMER_SHIPPING));
        assertThat(order().path("buyer").fieldNames()).toIterable().containsExactly("buyerEmail");
    }

    @Test
    void the_telephone_of_a_shipped_order_goes_after_the_promised_delivery() {
        add(rich().deliverBy(SellerCentral.START, SellerCentral.START.plus(Duration.ofDays(2))));
        central.confirm(ORDER, "1", ITEM, 2);
        assertThat(order().at("/recipient/deliveryAddress").has("phone")).isTrue();
        central.clock.pass(Duration.ofDays(3));
        assertThat(order().at("/recipient/deliveryAddress").has("phone")).isFalse();
    }

    @Test
    void a_buyers_request_to_cancel_is_not_a_cancellation() {
        add(rich());
        central.amazon.orders().requestCancellation(ORDER, ITEM, "Ordered by mistake");
        assertThat(order().at("/fulfillment/fulfillmentStatus").asText()).isEqualTo("UNSHIPPED");
        assertThat(order().at("/orderItems/0/cancellation/cancellationRequest/requester")
                        .asText())
                .isEqualTo("BUYER");
        central.amazon.orders().cancel(ORDER, "MERCHANT", "BuyerCanceled");
        assertThat(order().at("/fulfillment/fulfillmentStatus").asText()).isEqualTo("CANCELLED");
        assertThat(order().at("/orderItems/0/cancellation/cancellationExecution/cancelledBy")
                        .asText())
                .isEqualTo("MERCHANT");
        assertThat(order().at("/orderItems/0/fulfillment/quantityUnfulfilled").asInt())
                .isZero();
    }

    @Test
    void a_shipped_order_may_have_shipped_less_than_ordered() {
        add(rich());
        central.confirm(ORDER, "1", ITEM, 1);
        central.amazon.orders().cancelItem(ORDER, ITEM, 1, "OutOfStock");
        JsonNode order = order();
        assertThat(order.at("/fulfillment/fulfillmentStatus").asText()).isEqualTo("SHIPPED");
        assertThat(order.at("/orderItems/0/quantityOrdered").asInt()).isEqualTo(2);
        assertThat(order.at("/orderItems/0/fulfillment/quantityFulfilled").asInt())
                .isEqualTo(1);
    }

    @Test
    void non_amazon_channel_and_replacement_are_marked() {
        add(rich().nonAmazonChannel().replaces(SellerCentral.id(8)).programs("PRIME", "NEW_PROGRAM_X"));
        assertThat(order().at("/salesChannel/channelName").asText()).isEqualTo("NON_AMAZON");
        assertThat(order().at("/associatedOrders/0/associationType").asText()).isEqualTo("REPLACEMENT_ORIGINAL_ID");
        assertThat(order().at("/programs/1").asText()).isEqualTo("NEW_PROGRAM_X");
    }

    @Test
    void yen_amounts_have_no_decimals() {
        add(SimulatedOrder.builder(ORDER, SellerCentral.START)
                .marketplace(Marketplace.JP)
                .item(SimulatedItem.builder(ITEM, "SKU-1", 2, "5980").build()));
        assertThat(order().at("/proceeds/grandTotal/amount").textValue()).isEqualTo("11960");
        assertThat(order().at("/proceeds/grandTotal/currencyCode").textValue()).isEqualTo("JPY");
    }

    @Test
    void an_edited_order_is_an_updated_order() {
        add(rich());
        central.clock.pass(Duration.ofMinutes(1));
        central.amazon
                .orders()
                .edit(
                        ORDER,
                        order -> order.toBuilder()
                                .recipient(SimulatedAddress.of(
                                        "Ada Example", "2 New Street", "Salem", "OR", "97301", "US"))
                                .build());
        assertThat(order().at("/recipient/deliveryAddress/addressLine1").asText())
                .isEqualTo("2 New Street");
        assertThat(order().path("lastUpdatedTime").asText()).isEqualTo("2026-11-16T08:01:00.000Z");
    }

    @Test
    void an_unknown_order_is_not_found_and_a_wrong_id_is_invalid() {
        assertThat(central.order(SellerCentral.id(77)).status()).isEqualTo(404);
        assertThat(central.order(SellerCentral.id(77)).code()).isEqualTo("NotFound");
        assertThat(central.order("TEST_CASE_400").status()).isEqualTo(400);
    }
}
