package dev.drayage.shopify.internal.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.drayage.error.CancelledException;
import dev.drayage.error.ErrorCode;
import dev.drayage.error.OutcomeUnknownException;
import dev.drayage.error.SettingsException;
import dev.drayage.error.ThrottledException;
import dev.drayage.error.UnavailableException;
import dev.drayage.shopify.internal.LoopbackShop;
import dev.drayage.shopify.internal.documents.Documents;
import dev.drayage.shopify.internal.graphql.Document;
import dev.drayage.testkit.wire.Fault;
import dev.drayage.testkit.wire.WireRequest;
import dev.drayage.testkit.wire.WireResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ShopifyApiTest {
    private static final Variables ORDER = Variables.id("gid://shopify/Order/1");
    private static final String THROTTLED =
            "{\"errors\":[{\"message\":\"Throttled\",\"extensions\":{\"code\":\"THROTTLED\"}}],"
                    + "\"extensions\":{\"cost\":{\"requestedQueryCost\":500,\"actualQueryCost\":null,\"throttleStatus\":"
                    + "{\"maximumAvailable\":2000.0,\"currentlyAvailable\":%d,\"restoreRate\":100.0}}}}";
    private static final String FAILED =
            "{\"errors\":[{\"message\":\"Internal error. Looks like something went wrong on our"
                    + " end. Request ID: 1-2\",\"extensions\":{\"code\":\"INTERNAL_SERVER_ERROR\"}}],\"data\":null}";
    private static final String DONE =
            "{\"metafieldsSet\":{\"node\":{\"id\":\"gid://shopify/Order/1\"},\"userErrors\":[]}}";

    private final LoopbackShop shop = new LoopbackShop();
    private final ShopifyApi api = shop.api();

    @AfterEach
    void close() {
        shop.close();
    }

    private Answer read() {
        return api.execute(Documents.ORDER_STATE, ORDER, shop.call());
    }

    private Answer write() {
        return api.execute(
                Documents.METAFIELDS_SET,
                Variables.id("gid://shopify/Order/1").with("tags", List.of("netsuite")),
                shop.call());
    }

    private static JsonNode body(WireRequest request) {
        try {
            return new ObjectMapper().readTree(request.body());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void a_document_goes_to_the_pinned_version_with_its_variables_and_the_token() {
        shop.data("{\"order\":{\"id\":\"gid://shopify/Order/1\",\"name\":\"#1001\"}}");

        assertThat(read().root().requiredText("name")).isEqualTo("#1001");

        WireRequest sent = shop.documents().get(0);
        assertThat(sent.path()).isEqualTo("/admin/api/2026-10/graphql.json");
        assertThat(sent.header("X-Shopify-Access-Token")).contains("shpat_0123456789abcdef");
        assertThat(body(sent).path("operationName").asText()).isEqualTo("OrderState");
        assertThat(body(sent).path("query").asText()).isEqualTo(Documents.ORDER_STATE.text());
        assertThat(body(sent).path("variables").toString()).isEqualTo("{\"id\":\"gid://shopify/Order/1\"}");
    }

    @Test
    void an_explicit_null_is_sent_and_what_is_not_given_is_left_out() {
        shop.data("{\"inventorySetQuantities\":{\"inventoryAdjustmentGroup\":null,\"userErrors\":[]}}");
        var row = api.json().object();
        row.put("inventoryItemId", "gid://shopify/InventoryItem/1");
        row.put("quantity", 9);
        row.putNull("changeFromQuantity");
        var input = api.json().object();
        input.put("name", "available");
        input.putArray("quantities").add(row);

        api.execute(
                Documents.INVENTORY_SET,
                Variables.none().with("input", input).with("key", "k-1").with("nothing", NullNode.getInstance()),
                shop.call());

        assertThat(shop.documents().get(0).text())
                .contains("\"changeFromQuantity\":null")
                .contains("\"nothing\":null")
                .doesNotContain("referenceDocumentUri\":");
    }

    @Test
    void throttled_inside_200_is_waited_for_as_long_as_points_are_missing() {
        shop.body(THROTTLED.formatted(200)).data("{\"order\":null}");

        read();

        assertThat(Duration.between(LoopbackShop.NOW, shop.time.instant()))
                .isBetween(Duration.ofSeconds(3), Duration.ofSeconds(5));
        assertThat(shop.documents()).hasSize(2);
    }

    @Test
    void a_throttled_write_was_not_carried_out_and_is_handed_back_if_the_wait_is_long() {
        shop.body(THROTTLED.formatted(-1500));

        ThrottledException refusal = catchThrowableOfType(ThrottledException.class, this::write);

        assertThat(refusal.notBefore()).isEqualTo(shop.time.instant().plusSeconds(20));
        assertThat(shop.documents()).hasSize(1);
    }

    @Test
    void a_failure_inside_200_is_tried_again_for_a_read() {
        shop.body(FAILED).data("{\"order\":{\"id\":\"1\"}}");

        assertThat(read().root().isPresent()).isTrue();
    }

    @Test
    void a_failure_inside_200_leaves_the_outcome_of_a_write_open() {
        shop.body(FAILED);

        assertThatThrownBy(this::write).isInstanceOf(OutcomeUnknownException.class);
        assertThat(shop.documents()).hasSize(1);
    }

    @Test
    void a_lost_answer_leaves_the_outcome_of_a_write_open_and_costs_a_read_a_second_try() {
        shop.faults.next(1, Fault.LOST_ANSWER, request -> request.text().contains("MetafieldsSet"));
        shop.data(DONE);
        assertThatThrownBy(this::write).isInstanceOf(OutcomeUnknownException.class);

        shop.faults.next(1, Fault.LOST_ANSWER, request -> request.text().contains("OrderState"));
        shop.data("{\"order\":null}").data("{\"order\":null}");
        read();
    }

    @Test
    void a_version_that_has_fallen_forward_is_told_with_what_to_do() {
        WireResponse forward =
                WireResponse.json(200, "{\"data\":{\"order\":null}}").with("X-Shopify-API-Version", "2027-01");
        shop.answers(forward).answers(forward);

        assertThatThrownBy(this::read)
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("set api.version")
                .hasMessageContaining("2027-01");
        assertThatThrownBy(this::write).isInstanceOf(OutcomeUnknownException.class);
    }

    @Test
    void what_will_end_is_remembered_once_for_each_document() {
        WireResponse ending = WireResponse.json(200, "{\"data\":{\"order\":null}}")
                .with("X-Shopify-API-Version", "2026-10")
                .with("X-Shopify-API-Deprecated-Reason", "https://shopify.dev/changelog");
        shop.answers(ending).answers(ending);
        read();
        read();

        assertThat(api.deprecations()).containsExactly("OrderState: https://shopify.dev/changelog");
    }

    @Test
    void an_answer_beyond_the_limit_is_not_read_to_its_end() {
        shop.answers(WireResponse.json(200, "{\"data\":{\"order\":null}}").padded(40L << 20));

        assertThatThrownBy(this::read)
                .isInstanceOfSatisfying(
                        UnavailableException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.ANSWER_TOO_LARGE));
    }

    @Test
    void the_price_is_reserved_before_and_learnt_after() {
        Document document = Documents.ORDERS_UPDATED;
        LearntCosts costs = new LearntCosts();
        Variables ten = Variables.none().with("query", "x").with("first", 10);
        Variables fifty = Variables.none().with("query", "x").with("first", 50);
        int estimate = costs.of(document, ten);

        costs.learn(document, ten, new QueryCost(402, OptionalDouble.of(40), 2000, 1960, 100));

        assertThat(estimate).isBetween(400, 600);
        assertThat(costs.of(document, ten)).isEqualTo(402);
        assertThat(costs.of(document, fifty)).isBetween(800, 1_000);
    }

    @Test
    void calls_wait_for_points_that_shopify_says_are_spent() {
        String spent = "{\"data\":{\"orders\":{\"nodes\":[]}},\"extensions\":{\"cost\":{\"requestedQueryCost\":835,"
                + "\"actualQueryCost\":800,\"throttleStatus\":{\"maximumAvailable\":2000.0,\"currentlyAvailable\":35,"
                + "\"restoreRate\":100.0}}}}";
        shop.body(spent).body(spent);
        Variables all = Variables.none().with("query", "status:any");

        api.execute(Documents.ORDERS_UPDATED, all, shop.call());
        api.execute(Documents.ORDERS_UPDATED, all, shop.call());

        assertThat(Duration.between(LoopbackShop.NOW, shop.time.instant()))
                .isBetween(Duration.ofSeconds(8), Duration.ofSeconds(9));
    }

    @Test
    void a_call_waits_for_the_price_that_shopify_named_and_not_for_the_estimate() {
        String dearer = "{\"data\":{\"orders\":{\"nodes\":[]}},\"extensions\":{\"cost\":{\"requestedQueryCost\":1000,"
                + "\"actualQueryCost\":900,\"throttleStatus\":{\"maximumAvailable\":2000.0,\"currentlyAvailable\":900,"
                + "\"restoreRate\":100.0}}}}";
        shop.body(dearer).body(dearer);
        Variables all = Variables.none().with("query", "status:any");

        api.execute(Documents.ORDERS_UPDATED, all, shop.call());
        api.execute(Documents.ORDERS_UPDATED, all, shop.call());

        assertThat(Duration.between(LoopbackShop.NOW, shop.time.instant()))
                .isBetween(Duration.ofMillis(900), Duration.ofMillis(1_100));
    }

    @Test
    void after_the_account_is_closed_nothing_is_sent() {
        api.close();

        assertThatThrownBy(this::read).isInstanceOf(CancelledException.class);
        assertThat(shop.requests).isEmpty();
    }
}
