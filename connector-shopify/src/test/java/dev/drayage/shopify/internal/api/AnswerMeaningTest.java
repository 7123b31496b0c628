package dev.drayage.shopify.internal.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drayage.error.AuthorisationException;
import dev.drayage.error.ConnectorException;
import dev.drayage.error.DefectException;
import dev.drayage.error.ErrorCode;
import dev.drayage.error.OutcomeUnknownException;
import dev.drayage.error.UnavailableException;
import dev.drayage.shopify.internal.LoopbackShop;
import dev.drayage.shopify.internal.documents.Documents;
import dev.drayage.testkit.wire.WireResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an answer means for a read and for a write. */
class AnswerMeaningTest {
    private static final Variables ORDER = Variables.id("gid://shopify/Order/1");

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
        shop.body("{\"data\":{\"metafieldsSet\":null},\"errors\":[{\"message\":\"Access denied for id field.\","
                + "\"path\":[\"metafieldsSet\",\"node\",\"id\"],\"extensions\":{\"code\":\"ACCESS_DENIED\"}}]}");

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
        shop.body(
                "{\"data\":{\"metafieldsSet\":{\"node\":{\"id\":null},\"userErrors\":[]}},\"errors\":[{\"message\":\"?\","
                        + "\"path\":[\"metafieldsSet\",\"node\",\"id\"],\"extensions\":{\"code\":\"BRAND_NEW\"}}]}");

        Answer answer = write();

        assertThat(answer.isRefused()).isFalse();
        assertThat(answer.errors()).hasSize(1);
    }

    @Test
    void user_errors_are_an_answer_whatever_their_list_is_called() {
        shop.data(
                "{\"metafieldsSet\":{\"metafields\":null,\"metafieldUserErrors\":[{\"field\":[\"ownerId\"],\"message\":"
                        + "\"Owner does not exist\",\"code\":\"INVALID\"}]}}");

        Answer answer = write();

        assertThat(answer.isRefused()).isTrue();
        assertThat(answer.userErrors()).singleElement().satisfies(error -> {
            assertThat(error.list()).isEqualTo("metafieldUserErrors");
            assertThat(error.is("INVALID")).isTrue();
            assertThat(error.place()).isEqualTo("ownerId");
        });
        assertThat(answer.refusals()).containsExactly("INVALID: ownerId: Owner does not exist");
    }

    @Test
    void a_wrong_id_refuses_the_record_and_not_the_run() {
        shop.body(
                "{\"data\":{\"metafieldsSet\":null},\"errors\":[{\"message\":\"invalid id\",\"path\":[\"metafieldsSet\"],"
                        + "\"extensions\":{\"code\":\"RESOURCE_NOT_FOUND\"}}]}");

        Answer answer = write();

        assertThat(answer.isRefused()).isTrue();
        assertThat(answer.refusals()).containsExactly("RESOURCE_NOT_FOUND: metafieldsSet: invalid id");
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
    void an_answer_that_cannot_be_read_is_an_outage_and_leaves_a_write_open() {
        String deep = "[".repeat(200) + "]".repeat(200);
        shop.body("{\"data\":" + deep + "}").body("<html>").body("{}").body("{\"data\":{\"metafieldsSet\":null}}");

        assertThatThrownBy(this::read)
                .isInstanceOfSatisfying(
                        ConnectorException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.ANSWER_MALFORMED));
        assertThatThrownBy(this::write).isInstanceOf(OutcomeUnknownException.class);
        assertThatThrownBy(this::read).isInstanceOf(UnavailableException.class);
        assertThatThrownBy(this::write).isInstanceOf(OutcomeUnknownException.class);
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
}
