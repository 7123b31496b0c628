package dev.drayage.testkit.amazon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drayage.testkit.amazon.SellerCentral.Answer;
import dev.drayage.testkit.wire.Fault;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListingSubmissionsTest {
    private static final Map<String, String> US = Map.of("marketplaceIds", Marketplace.US.id());
    private static final LocalDate RESTOCK = LocalDate.of(2026, 12, 1);
    private final SellerCentral central = new SellerCentral();
    private final ListingCatalog listings = central.amazon.listings();

    @BeforeEach
    void list() {
        listings.put(SimulatedListing.of("MUG", "B0M", "Mug", 7, "9.99", SellerCentral.START));
        listings.promise("MUG", Marketplace.US, 4, Optional.of(RESTOCK));
        central.amazon.quota().unlimited();
    }

    @AfterEach
    void close() {
        central.close();
    }

    static String body(String op, String entry) {
        return """
                {"productType": "PRODUCT", "patches": [{"op": "%s", "path": "/attributes/fulfillment_availability",
                 "value": [%s]}]}""".formatted(op, entry);
    }

    private static String own(int quantity) {
        return "{\"fulfillment_channel_code\": \"DEFAULT\", \"quantity\": " + quantity + "}";
    }

    private Answer patch(String op, String entry) {
        return central.patch("MUG", US, body(op, entry));
    }

    private ChannelStock inForce() {
        return listings.inForce("MUG", Marketplace.US).orElseThrow();
    }

    private static void invalid(Answer answer, String message) {
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().path("status").asText()).isEqualTo("INVALID");
        assertThat(answer.body().at("/issues/0/severity").asText()).isEqualTo("ERROR");
        assertThat(answer.body().at("/issues/0/message").asText()).contains(message);
    }

    private JsonNode read() {
        return central.get(
                        "/listings/2021-08-01/items/" + central.amazon.sellerId() + "/MUG",
                        Map.of(
                                "marketplaceIds",
                                Marketplace.US.id(),
                                "includedData",
                                "attributes,fulfillmentAvailability,issues"))
                .body();
    }

    @Test
    void a_merge_keeps_handling_time_and_restock_date() {
        Answer answer = patch("merge", own(3));
        assertThat(answer.body().path("status").asText()).isEqualTo("ACCEPTED");
        assertThat(answer.body().path("submissionId").asText()).isNotEmpty();
        assertThat(inForce())
                .isEqualTo(new ChannelStock("DEFAULT", Optional.of(3), Optional.of(4), Optional.of(RESTOCK)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"replace", "add"})
    void a_replacement_that_does_not_name_them_takes_handling_time_and_restock_date_away(String op) {
        patch(op, own(3));
        assertThat(inForce()).isEqualTo(ChannelStock.of("DEFAULT", 3));
    }

    @Test
    void a_channel_code_is_demanded_and_must_be_one() {
        invalid(patch("merge", "{\"quantity\": 3}"), "fulfillment_channel_code");
        invalid(patch("merge", own(3).replace("DEFAULT", "MINE")), "MINE");
        invalid(patch("merge", own(-3)), "quantity");
        invalid(patch("merge", own(3).replace("3}", "3.5}")), "quantity");
        invalid(patch("merge", ""), "at least one");
        assertThat(inForce().quantity()).contains(7);
        assertThat(central.amazon.journal().count()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"replace", "merge"})
    void another_channel_is_put_beside_the_first_one(String op) {
        patch(op, own(3).replace("DEFAULT", "AMAZON_NA"));
        assertThat(listings.channels("MUG", Marketplace.US))
                .extracting(ChannelStock::channelCode)
                .containsExactly("DEFAULT", "AMAZON_NA");
        patch("delete", "{\"fulfillment_channel_code\": \"AMAZON_NA\"}");
        assertThat(listings.channels("MUG", Marketplace.US))
                .extracting(ChannelStock::channelCode)
                .containsExactly("DEFAULT");
    }

    @Test
    void what_is_submitted_is_in_force_later() {
        listings.submissionsAreInForceAfter(Duration.ofMinutes(5));
        patch("merge", own(3));
        assertThat(read().at("/attributes/fulfillment_availability/0/quantity").asInt())
                .isEqualTo(3);
        assertThat(read().at("/fulfillmentAvailability/0/quantity").asInt()).isEqualTo(7);
        central.clock.pass(Duration.ofMinutes(5));
        assertThat(read().at("/fulfillmentAvailability/0/quantity").asInt()).isEqualTo(3);
    }

    @Test
    void an_accepted_submission_may_fail_later_and_tells_it_when_it_is_read() {
        listings.failNext("8541", "The product needs an approval.");
        assertThat(patch("merge", own(3)).body().path("status").asText()).isEqualTo("ACCEPTED");
        assertThat(read().at("/issues/0/message").asText()).contains("approval");
        assertThat(inForce().quantity()).contains(7);
        patch("merge", own(3));
        assertThat(read().path("issues")).isEmpty();
        assertThat(inForce().quantity()).contains(3);
    }

    @Test
    void a_planned_refusal_comes_inside_status_200() {
        listings.refuseNext("99001", "Something about the price.");
        invalid(patch("merge", own(3)), "the price");
        assertThat(inForce().quantity()).contains(7);
    }

    @Test
    void a_preview_changes_nothing() {
        Map<String, String> preview = Map.of("marketplaceIds", Marketplace.US.id(), "mode", "VALIDATION_PREVIEW");
        assertThat(central.patch("MUG", preview, body("merge", own(3)))
                        .body()
                        .path("status")
                        .asText())
                .isEqualTo("VALID");
        invalid(central.patch("MUG", preview, body("merge", "{\"quantity\": 3}")), "fulfillment_channel_code");
        assertThat(inForce().quantity()).contains(7);
        assertThat(central.amazon.journal().submissions()).isEmpty();
    }

    @Test
    void a_sku_that_nobody_listed_is_accepted_and_nothing_comes_of_it() {
        Answer answer = central.patch("NOBODY", US, body("merge", own(3)));
        assertThat(answer.body().path("status").asText()).isEqualTo("ACCEPTED");
        assertThat(listings.listing("NOBODY")).isEmpty();
    }

    @Test
    void what_is_no_patch_is_refused_outright() {
        assertThat(central.patch("MUG", US, "no json").status()).isEqualTo(400);
        assertThat(central.patch("MUG", US, "{\"patches\": []}").status()).isEqualTo(400);
        assertThat(patch("move", own(3)).status()).isEqualTo(400);
        assertThat(central.patch("MUG", US, body("merge", "3").replace("availability", "availability/0"))
                        .status())
                .isEqualTo(400);
        assertThat(central.patch("MUG", Map.of(), body("merge", own(3))).status())
                .isEqualTo(400);
        assertThat(central.patch("M".repeat(41), US, body("merge", own(3))).status())
                .isEqualTo(400);
        assertThat(central.patch(
                                "MUG",
                                Map.of("marketplaceIds", Marketplace.US.id(), "mode", "LIVE"),
                                body("merge", own(3)))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void the_stores_that_are_named_are_changed_and_a_read_tells_of_the_first() {
        listings.put(SimulatedListing.of("MUG", "B0M", "Mug", 7, "9.99", SellerCentral.START)
                .in(Marketplace.CA));
        String both = Marketplace.CA.id() + "," + Marketplace.US.id();
        patch("merge", own(3));
        assertThat(listings.inForce("MUG", Marketplace.CA).orElseThrow().quantity())
                .contains(7);
        Answer read = central.get(
                "/listings/2021-08-01/items/" + central.amazon.sellerId() + "/MUG",
                Map.of("marketplaceIds", both, "includedData", "attributes"));
        assertThat(read.body().at("/attributes/fulfillment_availability")).hasSize(1);
        assertThat(read.body()
                        .at("/attributes/fulfillment_availability/0/quantity")
                        .asInt())
                .isEqualTo(7);
        central.patch("MUG", Map.of("marketplaceIds", both), body("merge", own(2)));
        assertThat(listings.inForce("MUG", Marketplace.CA).orElseThrow().quantity())
                .contains(2);
        assertThat(inForce().quantity()).contains(2);
    }

    @Test
    void what_the_merchant_sells_goes_off_the_stock_when_the_order_is_placed() {
        SimulatedOrder.Builder order = SellerCentral.plain(1);
        central.amazon.orders().add(order.build());
        listings.put(SimulatedListing.of("SKU-1", "B0S", "S", 5, "1.00", SellerCentral.START));
        central.amazon.orders().add(SellerCentral.plain(2).build());
        central.amazon
                .orders()
                .add(SellerCentral.plain(3).fulfilledBy(FulfilledBy.AMAZON).build());
        assertThat(listings.inForce("SKU-1", Marketplace.US).orElseThrow().quantity())
                .contains(3);
        assertThat(listings.submitted("SKU-1", Marketplace.US))
                .extracting(ChannelStock::quantity)
                .containsExactly(Optional.of(5));
        central.amazon
                .orders()
                .add(SimulatedOrder.builder(SellerCentral.id(4), SellerCentral.START.plusSeconds(60))
                        .item(SimulatedItem.builder("00000000000017", "SKU-1", 9, "10.00")
                                .build())
                        .build());
        assertThat(listings.inForce("SKU-1", Marketplace.US).orElseThrow().quantity())
                .contains(3);
        central.clock.pass(Duration.ofMinutes(1));
        assertThat(listings.inForce("SKU-1", Marketplace.US).orElseThrow().quantity())
                .contains(0);
    }

    @Test
    void a_lost_answer_hides_a_write_that_was_done_and_a_reset_one_that_was_not() {
        central.token();
        central.amazon.faults().next(1, Fault.LOST_ANSWER, Operation.PATCH_LISTINGS_ITEM::matches);
        assertThatThrownBy(() -> patch("merge", own(3))).isInstanceOf(RuntimeException.class);
        assertThat(inForce().quantity()).contains(3);
        central.amazon.faults().next(1, Fault.RESET, Operation.PATCH_LISTINGS_ITEM::matches);
        assertThatThrownBy(() -> patch("merge", own(2))).isInstanceOf(RuntimeException.class);
        assertThat(inForce().quantity()).contains(3);
        assertThat(central.amazon.journal().submissions())
                .singleElement()
                .satisfies(written -> assertThat(written.ops()).containsExactly("merge"));
    }
}
