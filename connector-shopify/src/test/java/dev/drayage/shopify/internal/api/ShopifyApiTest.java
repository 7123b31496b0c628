package dev.drayage.shopify.internal.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.drayage.error.AuthorisationException;
import dev.drayage.error.CancelledException;
import dev.drayage.error.ConnectorException;
import dev.drayage.error.DefectException;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShopifyApiTest {
    private static final Variables ORDER = Variables.id("gid://shopify/Order/1");
    private static final String THROTTLED =
            "{\"errors\":[{\"message\":\"Throttled\",\"extensions\":{\"code\":\"THROTTLED\"}}],"
                    + "\"extensions\":{\"cost\":{\"requestedQueryCost\":500,\"actualQueryCost\":null,\"throttleStatus\":"
                    + "{\"maximumAvailable\":2000.0,\"currentlyAvailable\":%d,\"restoreRate\":100.0}}}}";
    private static final String FAILED =
            "{\"errors\":[{\"message\":\"Internal error. Looks like something went wrong on our"
                    + " end. Request ID: 1-2\",\"extensions\":{\"code\":\"INTERNAL_SERVER_ERROR\"}}],\"data\":null}";
    private static final String DONE = "{\"tagsAdd\":{\"node\":{\"id\":\"gid://shopify/Order/1\"},\"userErrors\":[]}}";

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
                Documents.TAGS_ADD,
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
    void a_record_that_is_not_there_is_an_absent_root() {
        shop.data("{\"order\":null}");

        Answer answer = read();

        assertThat(answer.root().isPresent()).isFalse();
        assertThat(answer.isRefused()).isFalse();
    }

    @Test
    void a_denied_leaf_leaves_the_rest_and_is_told_by_its_path() {
        shop.body(
                "{\"data\":{\"order\":{\"id\":\"1\",\"customer\":{\"email\":null},\"name\":\"#1\"}},\"errors\":[{\"message\":"
                        + "\"Access denied for email field.\",\"path\":[\"order\",\"customer\",\"email\"],\"extensions\":"
                        + "{\"code\":\"ACCESS_DENIED\",\"requiredAccess\":\"`read_customers` access scope.\"}}]}");

        Answer answer = read();

        assertThat(answer.root().requiredText("name")).isEqualTo("#1");
        assertThat(answer.denied()).containsExactly("order.customer.email");
        assertThat(answer.isDenied("order.customer.email")).isTrue();
        assertThat(answer.isDenied("order.name")).isFalse();
    }

    @Test
    void a_denied_root_names_the_scope_that_is_missing() {
        shop.body(
                "{\"data\":{\"order\":null},\"errors\":[{\"message\":\"Access denied for order field. Required access:"
                        + " `read_orders` access scope.\",\"path\":[\"order\"],\"extensions\":{\"code\":\"ACCESS_DENIED\"}}]}");

        assertThatThrownBy(this::read)
                .isInstanceOfSatisfying(
                        AuthorisationException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.PERMISSION_MISSING))
                .hasMessageContaining("needs `read_orders` access scope");
    }

    /** A field that must not be null and is denied makes all above it null, although the mutation ran. */
    @Test
    void a_payload_that_is_lost_to_a_denied_part_of_it_leaves_the_outcome_open() {
        shop.body("{\"data\":{\"tagsAdd\":null},\"errors\":[{\"message\":\"Access denied for id field.\","
                + "\"path\":[\"tagsAdd\",\"node\",\"id\"],\"extensions\":{\"code\":\"ACCESS_DENIED\"}}]}");

        assertThatThrownBy(this::write).isInstanceOf(OutcomeUnknownException.class);
    }

    @Test
    void a_record_that_is_lost_to_a_part_of_it_does_not_look_gone() {
        shop.body(
                "{\"data\":{\"order\":null},\"errors\":[{\"message\":\"invalid id\",\"path\":[\"order\",\"customer\"],"
                        + "\"extensions\":{\"code\":\"RESOURCE_NOT_FOUND\"}}]}");

        assertThatThrownBy(this::read).isInstanceOf(UnavailableException.class);
    }

    @Test
    void a_payload_that_came_says_what_became_of_the_mutation_whatever_else_was_refused() {
        shop.body("{\"data\":{\"tagsAdd\":{\"node\":{\"id\":null},\"userErrors\":[]}},\"errors\":[{\"message\":\"?\","
                + "\"path\":[\"tagsAdd\",\"node\",\"id\"],\"extensions\":{\"code\":\"BRAND_NEW\"}}]}");

        Answer answer = write();

        assertThat(answer.isRefused()).isFalse();
        assertThat(answer.errors()).hasSize(1);
    }

    @Test
    void user_errors_are_an_answer_whatever_their_list_is_called() {
        shop.data("{\"orderCancel\":{\"job\":null,\"orderCancelUserErrors\":[{\"field\":[\"orderId\"],\"message\":"
                + "\"Order has already been canceled\",\"code\":\"INVALID\"}]}}");

        Answer answer = api.execute(Documents.ORDER_CANCEL, ORDER, shop.call());

        assertThat(answer.isRefused()).isTrue();
        assertThat(answer.userErrors()).singleElement().satisfies(error -> {
            assertThat(error.list()).isEqualTo("orderCancelUserErrors");
            assertThat(error.is("INVALID")).isTrue();
            assertThat(error.place()).isEqualTo("orderId");
        });
        assertThat(answer.refusals()).containsExactly("INVALID: orderId: Order has already been canceled");
    }

    @Test
    void a_wrong_id_refuses_the_record_and_not_the_run() {
        shop.body("{\"data\":{\"tagsAdd\":null},\"errors\":[{\"message\":\"invalid id\",\"path\":[\"tagsAdd\"],"
                + "\"extensions\":{\"code\":\"RESOURCE_NOT_FOUND\"}}]}");

        Answer answer = write();

        assertThat(answer.isRefused()).isTrue();
        assertThat(answer.refusals()).containsExactly("RESOURCE_NOT_FOUND: tagsAdd: invalid id");
    }

    @Test
    void a_refused_value_is_told_without_the_value() {
        shop.body("{\"errors\":[{\"message\":\"Variable $id of type ID! was provided invalid value (Invalid global id"
                + " \\\"jane@example.com\\\")\",\"extensions\":{\"code\":\"INVALID_VARIABLE\",\"problems\":[]}}]}");

        assertThat(write().refusals()).singleElement().asString().doesNotContain("jane");
    }

    @Test
    void a_read_with_a_refused_value_does_not_look_like_a_record_that_is_gone() {
        shop.body("{\"errors\":[{\"message\":\"Variable $id of type ID! was provided invalid value\",\"extensions\":"
                + "{\"code\":\"INVALID_VARIABLE\",\"problems\":[]}}]}");

        assertThatThrownBy(this::read).isInstanceOf(DefectException.class);
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
        shop.faults.next(1, Fault.LOST_ANSWER, request -> request.text().contains("TagsAdd"));
        shop.data(DONE);
        assertThatThrownBy(this::write).isInstanceOf(OutcomeUnknownException.class);

        shop.faults.next(1, Fault.LOST_ANSWER, request -> request.text().contains("OrderState"));
        shop.data("{\"order\":null}").data("{\"order\":null}");
        read();
    }

    @ParameterizedTest
    @CsvSource({
        "MAX_COST_EXCEEDED, Query cost is 1500",
        "undefinedField, Field 'x' doesn't exist on type 'Order'",
        "BAD_REQUEST, The @idempotent directive is required for this mutation but was not provided.",
        "INVALID_FIELD_ARGUMENTS, changeFromQuantity is required"
    })
    void a_document_that_does_not_fit_is_a_defect(String code, String message) {
        String body = "{\"errors\":[{\"message\":\"" + message + "\",\"extensions\":{\"code\":\"" + code + "\"}}]}";
        shop.body(body).body(body);

        assertThatThrownBy(this::read).isInstanceOf(DefectException.class).hasMessageContaining(code);
        assertThatThrownBy(this::write).isInstanceOf(DefectException.class).hasMessageContaining(message);
    }

    @Test
    void an_error_that_nobody_knows_is_an_outage_for_a_read_and_leaves_a_write_open() {
        String body = "{\"data\":null,\"errors\":[{\"message\":\"?\",\"extensions\":{\"code\":\"BRAND_NEW\"}}]}";
        shop.body(body).body(body);

        assertThatThrownBy(this::read).isInstanceOf(UnavailableException.class);
        assertThatThrownBy(this::write).isInstanceOf(OutcomeUnknownException.class);
    }

    @Test
    void a_filter_that_shopify_did_not_understand_fails_the_call() {
        shop.body("{\"data\":{\"orders\":{\"nodes\":[]}},\"extensions\":{\"search\":[{\"path\":[\"orders\"],\"query\":"
                + "\"updatd_at:>1\",\"warnings\":[{\"field\":\"updatd_at\",\"code\":\"invalid_field\"}]}]}}");

        assertThatThrownBy(() -> api.execute(
                        Documents.ORDERS_UPDATED, Variables.none().with("query", "updatd_at:>1"), shop.call()))
                .isInstanceOf(DefectException.class)
                .hasMessageContaining("invalid_field updatd_at");
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
    void an_answer_that_cannot_be_read_is_an_outage_and_leaves_a_write_open() {
        String deep = "[".repeat(200) + "]".repeat(200);
        shop.body("{\"data\":" + deep + "}").body("<html>").body("{}").body("{\"data\":{\"tagsAdd\":null}}");

        assertThatThrownBy(this::read)
                .isInstanceOfSatisfying(
                        ConnectorException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.ANSWER_MALFORMED));
        assertThatThrownBy(this::write).isInstanceOf(OutcomeUnknownException.class);
        assertThatThrownBy(this::read).isInstanceOf(UnavailableException.class);
        assertThatThrownBy(this::write).isInstanceOf(OutcomeUnknownException.class);
    }

    @Test
    void an_answer_beyond_the_limit_is_not_read_to_its_end() {
        shop.answers(WireResponse.json(200, "{\"data\":{\"order\":null}}").padded(40L << 20));

        assertThatThrownBy(this::read)
                .isInstanceOfSatisfying(
                        UnavailableException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.ANSWER_TOO_LARGE));
    }

    @ParameterizedTest
    @CsvSource({"402, SERVICE_FAILURE", "403, PERMISSION_MISSING", "404, WRONG_ACCOUNT", "423, SERVICE_FAILURE"})
    void a_status_other_than_200_says_what_to_do(int status, ErrorCode code) {
        shop.answers(WireResponse.json(status, "{\"errors\":\"Not here\"}"));

        assertThatThrownBy(this::read).isInstanceOfSatisfying(ConnectorException.class, e -> {
            assertThat(e.code()).isEqualTo(code);
            assertThat(e.httpStatus()).contains(status);
        });
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
