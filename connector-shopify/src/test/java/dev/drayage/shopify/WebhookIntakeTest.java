package dev.drayage.shopify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookIntakeTest {
    private static final String ORDER = "{\"id\":820982911946154508,\"admin_graphql_api_id\":"
            + "\"gid://shopify/Order/820982911946154508\",\"email\":\"jon@example.com\",\"line_items\":[]}";

    private final WebhookIntake intake = WebhookIntake.of(ShopifySettings.schema()
            .read(ShopifySettings.builder()
                    .shop("acme.myshopify.com")
                    .ownApp("app-1", "new-secret")
                    .oldWebhookSecret("old-secret")
                    .toMap()));

    private static Map<String, List<String>> headers(String topic, String body, String secret) {
        Map<String, List<String>> headers = new TreeMap<>();
        headers.put("x-shopify-topic", List.of(topic));
        headers.put("X-Shopify-Shop-Domain", List.of("acme.myshopify.com"));
        headers.put("X-Shopify-Hmac-SHA256", List.of(sign(body, secret)));
        headers.put("X-Shopify-Webhook-Id", List.of("b54557e4-bdd9-4b37-8a5f-bf7d70bcd043"));
        headers.put("X-Shopify-Event-Id", List.of("98880550-7158-44d4-b7cd-2c97c8a091b5"));
        headers.put("X-Shopify-Triggered-At", List.of("2026-11-20T18:00:27.877041743Z"));
        return headers;
    }

    private static String sign(String body, String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private WebhookReceipt receive(String topic, String body) {
        return intake.receive(headers(topic, body, "new-secret"), body.getBytes(StandardCharsets.UTF_8));
    }

    private static Webhook accepted(WebhookReceipt receipt) {
        return receipt.fold(WebhookReceipt.Accepted::webhook, refused -> {
            throw new AssertionError(refused);
        });
    }

    @Test
    void a_delivery_names_the_order_to_look_at_and_keeps_nothing_of_the_buyer() {
        WebhookReceipt receipt = receive("orders/updated", ORDER);

        assertThat(receipt.status()).isEqualTo(200);
        Webhook webhook = accepted(receipt);
        assertThat(webhook.topic()).isEqualTo("orders/updated");
        assertThat(webhook.deliveryId()).isEqualTo("b54557e4-bdd9-4b37-8a5f-bf7d70bcd043");
        assertThat(webhook.eventId()).contains("98880550-7158-44d4-b7cd-2c97c8a091b5");
        assertThat(webhook.triggeredAt()).contains(Instant.parse("2026-11-20T18:00:27.877041743Z"));
        assertThat(webhook.record().orElseThrow())
                .hasToString("shopify:acme.myshopify.com/salesOrder/820982911946154508");
        assertThat(webhook.toString()).doesNotContain("jon@example.com");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "orders/delete|{\"id\":7}|salesOrder/7",
                "orders/edited|{\"order_edit\":{\"id\":1,\"order_id\":7}}|salesOrder/7",
                "refunds/create|{\"id\":1,\"order_id\":7,\"admin_graphql_api_id\":\"gid://shopify/Refund/1\"}"
                        + "|salesOrder/7",
                "order_transactions/create|{\"id\":1,\"order_id\":7}|salesOrder/7",
                "fulfillments/update|{\"id\":1,\"order_id\":7}|salesOrder/7",
                "returns/approve|{\"id\":1,\"order\":{\"id\":7,\"admin_graphql_api_id\":\"gid://shopify/Order/7\"}}"
                        + "|salesOrder/7",
                "companies/update|{\"name\":\"A\",\"admin_graphql_api_id\":\"gid://shopify/Company/9\"}" + "|company/9",
                "company_locations/update|{\"admin_graphql_api_id\":\"gid://shopify/CompanyLocation/3\",\"company\":"
                        + "{\"admin_graphql_api_id\":\"gid://shopify/Company/9\"}}|company/9",
            })
    void whatever_concerns_an_order_or_a_company_leads_to_it(String topic, String body, String record) {
        assertThat(accepted(receive(topic, body)).record().orElseThrow())
                .hasToString("shopify:acme.myshopify.com/" + record);
    }

    @Test
    void other_topics_name_their_subject_only() {
        Webhook webhook = accepted(
                receive(
                        "inventory_levels/update",
                        "{\"available\":3,\"admin_graphql_api_id\":\"gid://shopify/InventoryLevel/143?inventory_item_id=53\"}"));

        assertThat(webhook.record()).isEmpty();
        assertThat(webhook.subject()).contains("gid://shopify/InventoryLevel/143?inventory_item_id=53");
    }

    @Test
    void the_old_secret_is_good_while_it_is_rotated() {
        assertThat(intake.receive(headers("orders/create", ORDER, "old-secret"), ORDER.getBytes(StandardCharsets.UTF_8))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void a_delivery_that_shopify_did_not_sign_is_answered_with_401() {
        assertThat(intake.receive(headers("orders/create", ORDER, "guess"), ORDER.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(WebhookReceipt.Refused.class, refused -> {
                    assertThat(refused.status()).isEqualTo(401);
                    assertThat(refused.reason()).doesNotContain("jon");
                });
        Map<String, List<String>> unsigned = headers("orders/create", ORDER, "new-secret");
        unsigned.remove("X-Shopify-Hmac-SHA256");
        assertThat(intake.receive(unsigned, ORDER.getBytes(StandardCharsets.UTF_8))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void the_newer_names_of_the_headers_are_known_too() {
        Map<String, List<String>> newer = new TreeMap<>();
        headers("orders/create", ORDER, "new-secret")
                .forEach((name, values) -> newer.put(name.replaceFirst("(?i)^x-", ""), values));

        assertThat(intake.receive(newer, ORDER.getBytes(StandardCharsets.UTF_8)).status())
                .isEqualTo(200);
    }

    @Test
    void a_delivery_for_another_shop_is_refused() {
        Map<String, List<String>> other = headers("orders/create", ORDER, "new-secret");
        other.put("X-Shopify-Shop-Domain", List.of("other.myshopify.com"));

        assertThat(intake.receive(other, ORDER.getBytes(StandardCharsets.UTF_8)).status())
                .isEqualTo(403);
    }

    @Test
    void a_body_beyond_the_limit_is_not_looked_at() {
        assertThat(intake.receive(headers("orders/create", "", "new-secret"), new byte[WebhookIntake.LARGEST + 1])
                        .status())
                .isEqualTo(413);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "no json", "7", "{\"id\":"})
    void a_signed_body_that_is_no_object_is_refused(String body) {
        assertThat(receive("orders/create", body).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"admin_graphql_api_id\":\"gid://shopify/Order/1/../2\"}",
                "{\"admin_graphql_api_id\":\"gid://evil/Order/1\"}",
                "{\"admin_graphql_api_id\":{\"a\":1}}",
                "{\"id\":\"1 OR 1=1\"}",
                "{\"id\":[1]}",
                "{}"
            })
    void an_id_that_is_none_leads_nowhere(String body) {
        assertThat(accepted(receive("orders/create", body)).record()).isEmpty();
    }

    @Test
    void without_a_secret_no_webhook_can_be_checked() {
        assertThatThrownBy(() -> WebhookIntake.of(ShopifySettings.schema()
                        .read(ShopifySettings.builder()
                                .shop("acme.myshopify.com")
                                .accessToken("shpat_1")
                                .toMap())))
                .hasMessageContaining("webhook.secret");
    }
}
