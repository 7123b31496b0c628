package dev.drayage.testkit.amazon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drayage.testkit.amazon.SellerCentral.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The simulator's answers against Amazon's own models, and Amazon's sample requests against the simulator. */
class ModelConformanceTest {
    private static final Pattern USAGE_PLAN = Pattern.compile("\\|\\s*([0-9.]+)\\s*\\|\\s*([0-9]+)\\s*\\|");
    private final SellerCentral central = new SellerCentral();
    private final SwaggerModel orders = model("orders_2026-01-01");

    @AfterEach
    void close() {
        central.close();
    }

    private static Path specs() {
        Path directory = Path.of(System.getProperty("drayage.specs", "specs")).resolve("amazon");
        if (Boolean.getBoolean("drayage.specs.required")) {
            assertThat(directory).isDirectory();
        }
        assumeTrue(Files.isDirectory(directory), "Amazon's models are not in " + directory + " (-Ddrayage.specs)");
        return directory;
    }

    private static SwaggerModel model(String name) {
        return SwaggerModel.read(specs().resolve("models").resolve(name + ".json"));
    }

    private void seedWeek() {
        central.amazon.orders().addAll(TradingWeek.orders(7, 300, SellerCentral.START, TradingWeekTest.articles()));
        central.clock.pass(Duration.ofDays(9));
        central.amazon.quota().unlimited();
    }

    @Test
    void every_page_of_a_week_satisfies_the_model() {
        seedWeek();
        for (OrderView view : central.amazon.orders().views()) {
            SimulatedItem item = view.order().items().get(0);
            central.confirm(view.order().orderId(), "1", item.orderItemId(), 1);
        }
        assertThat(central.amazon.journal().count()).isGreaterThan(100);
        central.clock.pass(Duration.ofMinutes(2));
        Map<String, String> query = new HashMap<>(
                Map.of("lastUpdatedAfter", "2026-11-01T00:00:00Z", "includedData", SellerCentral.ALL_DATA));
        int seen = 0;
        for (String token = null; !"".equals(token); ) {
            Answer page = central.search(query);
            assertThat(orders.objections("SearchOrdersResponse", page.body())).isEmpty();
            seen += page.orderIds().size();
            token = page.nextToken();
            query.put("paginationToken", token);
        }
        assertThat(seen).isEqualTo(300);
    }

    @Test
    void an_order_with_everything_satisfies_the_model() {
        central.amazon
                .orders()
                .add(SellerCentral.plain(1)
                        .sellerOrderId("OWN-1")
                        .replaces(SellerCentral.id(2))
                        .paymentMethod("CreditCard")
                        .programs("PREMIUM")
                        .build());
        central.confirm(SellerCentral.id(1), "1", "00000000000017", 1);
        central.amazon.orders().requestCancellation(SellerCentral.id(1), "00000000000017", "changed my mind");
        central.amazon.orders().cancelItem(SellerCentral.id(1), "00000000000017", 1, "OutOfStock");
        assertThat(orders.objections(
                        "GetOrderResponse", central.order(SellerCentral.id(1)).body()))
                .isEmpty();
    }

    @Test
    void the_check_finds_what_is_wrong() throws IOException {
        JsonNode wrong = SellerCentral.JSON.readTree("""
                {"order": {"orderId": 1, "createdTime": "x", "lastUpdatedTime": "x", "salesChannel": {}, "odd": 1,
                 "fulfillment": {"fulfillmentStatus": "CANCELED"}, "orderItems": {}}}""");
        assertThat(orders.objections("GetOrderResponse", wrong))
                .containsExactlyInAnyOrder(
                        "GetOrderResponse.order.orderId is no text",
                        "GetOrderResponse.order.salesChannel lacks channelName",
                        "GetOrderResponse.order has the unknown property odd",
                        "GetOrderResponse.order.fulfillment.fulfillmentStatus is no known value: \"CANCELED\"",
                        "GetOrderResponse.order.orderItems is no array");
    }

    @Test
    void errors_satisfy_the_model() {
        assertThat(orders.objections("ErrorList", central.search(Map.of()).body()))
                .isEmpty();
        assertThat(orders.objections(
                        "ErrorList", central.order(SellerCentral.id(5)).body()))
                .isEmpty();
    }

    @Test
    void listings_and_participations_satisfy_their_models() {
        central.amazon.listings().put(SimulatedListing.of("S", "B0S", "S", 1, "1.00", SellerCentral.START));
        Map<String, String> query = Map.of(
                "marketplaceIds",
                Marketplace.US.id(),
                "includedData",
                "summaries,offers,fulfillmentAvailability,issues,attributes,productTypes");
        String items = "/listings/2021-08-01/items/" + central.amazon.sellerId();
        SwaggerModel listings = model("listingsItems_2021-08-01");
        assertThat(listings.objections(
                        "ItemSearchResults", central.get(items, query).body()))
                .isEmpty();
        assertThat(listings.objections("Item", central.get(items + "/S", query).body()))
                .isEmpty();
        assertThat(model("sellers")
                        .objections(
                                "GetMarketplaceParticipationsResponse",
                                central.get("/sellers/v1/marketplaceParticipations", Map.of())
                                        .body()))
                .isEmpty();
    }

    @Test
    void submissions_of_stock_satisfy_the_model_as_asked_and_as_answered() throws IOException {
        SwaggerModel listings = model("listingsItems_2021-08-01");
        central.amazon.listings().put(SimulatedListing.of("S", "B0S", "S", 1, "1.00", SellerCentral.START));
        Map<String, String> store = Map.of("marketplaceIds", Marketplace.US.id());
        for (String op : List.of("add", "replace", "merge", "delete")) {
            for (String entry :
                    List.of("{\"fulfillment_channel_code\": \"DEFAULT\", \"quantity\": 2}", "{\"quantity\": 2}")) {
                String asked = ListingSubmissionsTest.body(op, entry);
                assertThat(listings.objections("ListingsItemPatchRequest", SellerCentral.JSON.readTree(asked)))
                        .isEmpty();
                Answer answer = central.patch("S", store, asked);
                assertThat(answer.status()).isEqualTo(200);
                assertThat(listings.objections("ListingsItemSubmissionResponse", answer.body()))
                        .isEmpty();
                central.clock.pass(Duration.ofSeconds(1));
            }
        }
        central.amazon.listings().failNext("8541", "The listing was taken down.");
        central.patch(
                "S",
                store,
                ListingSubmissionsTest.body(
                        "merge",
                        "{\"fulfillment_channel_code\": \"DEFAULT\", \"quantity\": 2,"
                                + " \"lead_time_to_ship_max_days\": 3, \"restock_date\": \"2026-12-24\"}"));
        Answer item = central.get(
                "/listings/2021-08-01/items/" + central.amazon.sellerId() + "/S",
                Map.of(
                        "marketplaceIds",
                        Marketplace.US.id(),
                        "includedData",
                        "issues,attributes,fulfillmentAvailability"));
        assertThat(item.body().path("issues")).hasSize(1);
        assertThat(listings.objections("Item", item.body())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "REQUEST_TOKEN")
    void usage_plans_are_those_of_the_models(Operation operation) {
        String name = switch (operation) {
            case CONFIRM_SHIPMENT -> "ordersV0";
            case SEARCH_LISTINGS_ITEMS, GET_LISTINGS_ITEM, PATCH_LISTINGS_ITEM -> "listingsItems_2021-08-01";
            case GET_MARKETPLACE_PARTICIPATIONS -> "sellers";
            default -> "orders_2026-01-01";
        };
        Matcher plan = USAGE_PLAN.matcher(model(name).description(operation.operationId()));
        assertThat(plan.find()).isTrue();
        assertThat(operation.defaultPlan())
                .isEqualTo(new UsagePlan(Double.parseDouble(plan.group(1)), Integer.parseInt(plan.group(2))));
    }

    @Test
    void amazons_own_confirm_shipment_samples_meet_the_answers_paired_with_them() throws IOException {
        central.amazon
                .orders()
                .add(SimulatedOrder.builder("902-1106328-1059050", Instant.parse("2022-02-10T00:00:00Z"))
                        .item(SimulatedItem.builder("79039765272157", "SKU-1", 1, "10.00")
                                .build())
                        .build());
        int played = 0;
        for (String line : Files.readAllLines(specs().resolve("sandbox-pairs.jsonl"))) {
            JsonNode pair = SellerCentral.JSON.readTree(line);
            if (pair.path("operationId").asText().equals("confirmShipment")) {
                Answer answer = central.confirm(
                        "902-1106328-1059050",
                        pair.at("/request/parameters/body/value").toString());
                assertThat(answer.status()).isEqualTo(pair.path("status").asInt());
                assertThat(answer.code())
                        .isEqualTo(pair.at("/response/errors/0/code").asText());
                played++;
            }
        }
        assertThat(played).isEqualTo(2);
    }
}
