package dev.drayage.testkit.shopify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drayage.testkit.shopify.TestShop.Answer;
import dev.drayage.testkit.wire.Fault;
import dev.drayage.testkit.wire.FaultPlan;
import dev.drayage.testkit.wire.WireRequest;
import dev.drayage.testkit.wire.WireResponse;
import dev.drayage.testkit.wire.WireServer;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GatewayTest {
    private static final String TAG =
            "mutation($id: ID!) { tagsAdd(id: $id, tags: [\"x\"]) { userErrors { field message } } }";
    private final TestShop test = new TestShop();

    @AfterEach
    void close() {
        test.close();
    }

    private Answer with(String token) {
        return TestShop.send(HttpRequest.newBuilder(test.shop.graphQl(ApiVersion.V2026_10))
                .header("X-Shopify-Access-Token", token)
                .POST(HttpRequest.BodyPublishers.ofString("{\"query\":\"{ shop { name } }\"}")));
    }

    @Test
    void the_shop_tells_what_it_is_and_what_the_app_may_do() {
        Answer answer = test.ask(
                "{ shop { name currencyCode ianaTimezone timezoneOffset plan { shopifyPlus } } currentAppInstallation { accessScopes { handle } } }");
        assertThat(answer.data("/shop/currencyCode").asText()).isEqualTo("USD");
        assertThat(answer.data("/shop/timezoneOffset").asText()).isEqualTo("-0500");
        assertThat(answer.data("/currentAppInstallation/accessScopes").findValuesAsText("handle"))
                .contains("read_all_orders", "write_inventory");
        assertThat(answer.http().headers().firstValue("X-Request-Id")).isPresent();
    }

    @Test
    void a_retired_version_falls_forward_and_a_future_one_does_not_exist() {
        assertThat(test.on("2025-10", "{ shop { name } }").http().headers().firstValue("X-Shopify-API-Version"))
                .contains("2026-04");
        assertThat(test.on("2026-07", "{ shop { name } }").http().headers().firstValue("X-Shopify-API-Version"))
                .contains("2026-07");
        assertThat(test.on("2031-01", "{ shop { name } }").status()).isEqualTo(404);
    }

    @Test
    void client_credentials_last_a_day() {
        Answer answer = test.token("grant_type=client_credentials");
        String token = answer.body().path("access_token").asText();
        assertThat(answer.body().has("refresh_token")).isFalse();
        assertThat(with(token).status()).isEqualTo(200);
        test.clock.pass(Duration.ofDays(1));
        assertThat(with(token).status()).isEqualTo(401);
    }

    @Test
    void an_old_refresh_token_is_good_until_the_new_one_was_used() {
        String first = test.shop.tokens().refreshToken();
        String second = test.token("grant_type=refresh_token&refresh_token=" + first)
                .body()
                .path("refresh_token")
                .asText();
        String again = test.token("grant_type=refresh_token&refresh_token=" + first)
                .body()
                .path("refresh_token")
                .asText();
        assertThat(again).isNotEmpty().isNotEqualTo(second);
        assertThat(test.token("grant_type=refresh_token&refresh_token=" + again).status())
                .isEqualTo(200);
        assertThat(test.token("grant_type=refresh_token&refresh_token=" + first).status())
                .isEqualTo(400);
    }

    @Test
    void a_wrong_token_is_refused_with_401() {
        assertThat(with("nonsense").status()).isEqualTo(401);
        String token = test.shop.tokens().staticToken();
        assertThat(with(token).status()).isEqualTo(200);
        test.shop.tokens().revokeAll();
        assertThat(with(token).status()).isEqualTo(401);
    }

    @Test
    void a_query_without_points_is_throttled_inside_200_and_points_come_back_with_time() {
        test.shop.bucket().drain(1_995);
        Answer answer = test.ask("{ orders(first: 250) { nodes { id } } }");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.code()).isEqualTo("THROTTLED");
        assertThat(answer.body().has("data")).isFalse();
        assertThat(answer.body().at("/extensions/cost/requestedQueryCost").asInt())
                .isEqualTo(13);
        assertThat(answer.body()
                        .at("/extensions/cost/throttleStatus/currentlyAvailable")
                        .asInt())
                .isEqualTo(5);
        test.pass(1);
        Answer later = test.ask("{ orders(first: 250) { nodes { id } } }");
        assertThat(later.code()).isEmpty();
        assertThat(later.body().at("/extensions/cost/actualQueryCost").asInt()).isEqualTo(2);
        assertThat(test.shop.bucket().available()).isEqualTo(103);
    }

    @Test
    void a_query_of_more_than_a_thousand_points_is_refused_whatever_the_bucket() {
        test.shop.bucket().size(20_000, 1_000);
        Answer answer = test.ask(
                "{ orders(first: 250) { nodes { lineItems(first: 250) { nodes { variant { id } product { id } } } fulfillmentOrders(first: 250) { nodes { lineItems(first: 250) { nodes { id } } } } } } }");
        assertThat(answer.code()).isEqualTo("MAX_COST_EXCEEDED");
    }

    @Test
    void a_field_without_scope_is_denied_and_the_rest_of_the_answer_comes() {
        ShopOrder order = test.shop
                .orders()
                .place(test.plain().customer(test.shop.companies().customer("Ada", "Example", "ada@example.com")));
        test.shop.scopes(Set.of("read_orders", "read_all_orders"));
        Answer answer = test.ask("query($id: ID!) { order(id: $id) { name customer { id } } }", "id", order.gid());
        assertThat(answer.code()).isEqualTo("ACCESS_DENIED");
        assertThat(answer.body().at("/errors/0/path").toString()).isEqualTo("[\"order\",\"customer\"]");
        assertThat(answer.data("/order/name").asText()).isEqualTo("#1001");
        assertThat(answer.data("/order/customer").isNull()).isTrue();
        assertThat(test.ask(
                                "mutation($i: OrderInput!) { orderUpdate(input: $i) { userErrors { message } } }",
                                "i",
                                Map.of("id", order.gid(), "note", "x"))
                        .code())
                .isEqualTo("ACCESS_DENIED");
        assertThat(order.note()).isEmpty();
    }

    @Test
    void errors_of_form_have_their_codes() {
        assertThat(test.ask("{ shop { nme } }").code()).isEqualTo("undefinedField");
        assertThat(test.ask(
                                "query($i: OrderInput!) { shop { name } order(id: \"gid://shopify/Order/1\") { id } }",
                                "i",
                                Map.of("nope", 1))
                        .code())
                .isIn("INVALID_VARIABLE", "variableNotUsed");
        assertThat(test.ask(
                                "mutation($i: OrderInput!) { orderUpdate(input: $i) { userErrors { message } } }",
                                "i",
                                Map.of("id", "gid://shopify/Order/1", "nope", 1))
                        .code())
                .isEqualTo("INVALID_VARIABLE");
        assertThat(test.ask(
                                "mutation($i: OrderInput!) { orderUpdate(input: $i) { userErrors { message code } } }",
                                "i",
                                Map.of("id", "gid://shopify/Order/1"))
                        .code())
                .isEqualTo("undefinedField");
        assertThat(test.ask("{ order(id: \"gid://shopify/Product/1\") { id } }").code())
                .isEqualTo("RESOURCE_NOT_FOUND");
        assertThat(test.ask("{ order(id: \"12\") { id } }").code()).isEqualTo("RESOURCE_NOT_FOUND");
        assertThat(test.ask("{ orders(first: 251) { nodes { id } } }").code()).isEqualTo("BAD_REQUEST");
        assertThat(test.ask("{ orders( }").code()).isEqualTo("parseError");
    }

    @Test
    void an_answer_may_be_lost_though_the_write_happened() {
        ShopOrder order = test.shop.orders().place(test.plain());
        test.shop.faults().next(1, Fault.LOST_ANSWER, ShopifySimulator::isMutation);
        assertThatThrownBy(() -> test.ask(TAG, "id", order.gid())).isInstanceOf(UncheckedIOException.class);
        assertThat(order.tags()).containsExactly("x");
        assertThat(test.shop.journal().count("tagsAdd")).isEqualTo(1);
    }

    @Test
    void a_request_may_be_refused_before_it_ran() {
        ShopOrder order = test.shop.orders().place(test.plain());
        test.shop.faults().next(1, Fault.SERVER_ERROR, ShopifySimulator::isMutation);
        assertThat(test.ask(TAG, "id", order.gid()).status()).isEqualTo(500);
        test.shop.faults().next(1, Fault.THROTTLED, ShopifySimulator::isMutation);
        assertThat(test.ask(TAG, "id", order.gid()).code()).isEqualTo("THROTTLED");
        test.shop.faults().next(1, Fault.TOKEN_REJECTED, request -> true);
        assertThat(test.ask(TAG, "id", order.gid()).status()).isEqualTo(401);
        assertThat(order.tags()).isEmpty();
        assertThat(test.shop.journal().counts()).isEmpty();
    }

    @Test
    void all_writes_may_fail_while_reads_go_on() {
        ShopOrder order = test.shop.orders().place(test.plain());
        test.shop.writesFail(true);
        assertThat(test.ask(TAG, "id", order.gid()).status()).isEqualTo(503);
        assertThat(test.names("")).containsExactly("#1001");
        test.shop.writesFail(false);
        assertThat(test.ask(TAG, "id", order.gid()).status()).isEqualTo(200);
        assertThat(order.tags()).containsExactly("x");
    }

    @Test
    void webhooks_are_signed_over_the_raw_body_and_shaped_like_rest() throws Exception {
        ShopOrder order = test.shop.orders().place(test.plain());
        List<WebhookDelivery> deliveries = test.shop.webhooks().take();
        WebhookDelivery created = deliveries.stream()
                .filter(each -> each.topic().equals("orders/create"))
                .findFirst()
                .orElseThrow();
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(test.shop.clientSecret().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        assertThat(created.headers().get("X-Shopify-Hmac-Sha256"))
                .isEqualTo(Base64.getEncoder().encodeToString(mac.doFinal(created.body())));
        assertThat(created.headers())
                .containsKeys(
                        "X-Shopify-Webhook-Id", "X-Shopify-Event-Id", "X-Shopify-Shop-Domain", "X-Shopify-API-Version");
        assertThat(TestShop.JSON
                        .readTree(created.body())
                        .path("admin_graphql_api_id")
                        .asText())
                .isEqualTo(order.gid());
        assertThat(TestShop.JSON.readTree(created.body()).path("id").asLong()).isEqualTo(order.number());
        assertThat(test.shop.webhooks().take()).isEmpty();
    }

    @Test
    void a_delivery_can_be_sent_as_often_and_in_whatever_order_a_test_likes() {
        test.shop.orders().placePaid(test.plain());
        List<WebhookDelivery> deliveries = test.shop.webhooks().take();
        List<String> seen = new CopyOnWriteArrayList<>();
        WireServer.Vendor receiver = new WireServer.Vendor() {
            @Override
            public WireResponse answer(WireRequest request) {
                seen.add(request.header("X-Shopify-Webhook-Id").orElse("")
                        + request.header("X-Shopify-Topic").orElse(""));
                return WireResponse.empty(200);
            }

            @Override
            public WireResponse refusal(Fault fault, WireRequest request) {
                return WireResponse.empty(500);
            }
        };
        try (WireServer host = WireServer.start(receiver, new FaultPlan())) {
            WebhookDelivery last = deliveries.get(deliveries.size() - 1);
            assertThat(last.sendTo(host.baseUri(), HttpClient.newHttpClient())).isEqualTo(200);
            last.sendTo(host.baseUri(), HttpClient.newHttpClient());
            deliveries.get(0).sendTo(host.baseUri(), HttpClient.newHttpClient());
        }
        assertThat(seen).hasSize(3);
        assertThat(seen.get(0)).isEqualTo(seen.get(1)).isNotEqualTo(seen.get(2)).endsWith("orders/updated");
    }
}
