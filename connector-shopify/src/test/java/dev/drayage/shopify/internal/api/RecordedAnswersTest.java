package dev.drayage.shopify.internal.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drayage.error.AuthorisationException;
import dev.drayage.error.ConnectorException;
import dev.drayage.error.DefectException;
import dev.drayage.error.OutcomeUnknownException;
import dev.drayage.error.UnavailableException;
import dev.drayage.http.ApiResponse;
import dev.drayage.shopify.internal.ShopifySpecs;
import dev.drayage.shopify.internal.documents.Documents;
import dev.drayage.shopify.internal.graphql.Document;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Answers that Shopify really gave, read by the reader that reads live ones. */
class RecordedAnswersTest {
    private final AnswerReader reader = new AnswerReader(new ShopifyAnswers(), "2026-10");
    private final Map<String, Document> byRoot = byRoot();
    private final Map<String, Integer> seen = new TreeMap<>();
    private final Set<String> codes = new HashSet<>();

    private static Map<String, Document> byRoot() {
        Map<String, Document> found = new HashMap<>();
        Documents.all().forEach(document -> found.putIfAbsent(document.root(), document));
        return found;
    }

    @Test
    void every_recorded_answer_is_classified_as_it_was_recorded() {
        for (Path file : ShopifySpecs.recordings()) {
            List<JsonNode> bodies = new ArrayList<>();
            collect(ShopifySpecs.read(file), bodies);
            bodies.forEach(body -> check(file, body));
        }

        System.out.println("recorded answers: " + seen);
        assertThat(seen.values().stream().mapToInt(Integer::intValue).sum()).isGreaterThan(200);
        assertThat(seen.keySet())
                .contains(
                        "order",
                        "orders",
                        "fulfillmentCreate",
                        "fulfillmentTrackingInfoUpdate",
                        "fulfillmentCancel",
                        "inventorySetQuantities",
                        "inventoryActivate",
                        "productVariantsBulkUpdate",
                        "orderEditBegin",
                        "orderEditSetQuantity",
                        "orderEditAddLineItemDiscount",
                        "orderEditCommit",
                        "priceListFixedPricesDelete",
                        "priceList");
        assertThat(codes)
                .contains(
                        "NO_DUPLICATE_INVENTORY_ITEM_ID_GROUP_ID_PAIR",
                        "INVALID_QUANTITY_TOO_HIGH",
                        "PRICE_NOT_FIXED",
                        "BAD_REQUEST",
                        "INVALID_FIELD_ARGUMENTS",
                        "ACCESS_DENIED");
    }

    /** Everything in a file that looks like the body of an answer. */
    private static void collect(JsonNode node, List<JsonNode> bodies) {
        boolean answered = node.path("data").isObject() || node.path("errors").isArray();
        if (answered && (node.has("extensions") || node.path("errors").isArray() || node.size() == 1)) {
            bodies.add(node);
            return;
        }
        node.forEach(part -> collect(part, bodies));
    }

    private void check(Path file, JsonNode body) {
        Set<String> roots = new HashSet<>();
        body.path("data").propertyStream().map(Map.Entry::getKey).forEach(roots::add);
        if (roots.isEmpty()) {
            roots.add("inventorySetQuantities");
        }
        roots.stream().flatMap(root -> Stream.ofNullable(byRoot.get(root))).forEach(document -> {
            String root = document.root();
            ObjectNode alone = body.deepCopy();
            if (alone.path("data").isObject()) {
                ((ObjectNode) alone.path("data")).retain(root);
            }
            check(file.getFileName() + " " + root, document, alone);
            seen.merge(root, 1, Integer::sum);
        });
    }

    private void check(String where, Document document, JsonNode body) {
        ApiResponse response = new ApiResponse(200, Map.of(), body.toString().getBytes(StandardCharsets.UTF_8), null);
        JsonNode root = body.path("data").path(document.root());
        List<String> errors = stream(body.path("errors"))
                .map(error -> error.path("extensions").path("code").asText())
                .toList();
        codes.addAll(errors);
        Answer answer;
        try {
            answer = reader.read(document, response);
        } catch (ConnectorException thrown) {
            assertThat(thrown).as(where).isInstanceOf(expected(errors, document));
            return;
        }
        assertThat(answer.errors()).as(where).extracting(TopLevelError::code).containsExactlyElementsOf(errors);
        assertThat(errors).as(where).doesNotContain("BAD_REQUEST", "INTERNAL_SERVER_ERROR", "undefinedField");
        assertThat(answer.root().isPresent()).as(where).isEqualTo(root.isContainerNode());
        List<JsonNode> told = root.propertyStream()
                .filter(member -> member.getKey().equals("userErrors"))
                .flatMap(member -> stream(member.getValue()))
                .toList();
        assertThat(answer.userErrors())
                .as(where)
                .extracting(UserError::message)
                .containsExactlyElementsOf(told.stream()
                        .map(error -> error.path("message").asText())
                        .toList());
        assertThat(answer.userErrors())
                .as(where)
                .extracting(error -> error.code().orElse(""))
                .containsExactlyElementsOf(told.stream()
                        .map(error -> error.path("code").asText(""))
                        .map(code -> code.equals("null") ? "" : code)
                        .toList());
        answer.userErrors().forEach(error -> error.code().ifPresent(codes::add));
        assertThat(answer.isRefused())
                .as(where)
                .isEqualTo(!told.isEmpty() || (!errors.isEmpty() && !root.isContainerNode()));
    }

    private static Class<? extends ConnectorException> expected(List<String> errors, Document document) {
        if (errors.contains("ACCESS_DENIED")) {
            return AuthorisationException.class;
        }
        if (errors.contains("INTERNAL_SERVER_ERROR") || errors.isEmpty()) {
            return document.isMutation() ? OutcomeUnknownException.class : UnavailableException.class;
        }
        return DefectException.class;
    }

    private static Stream<JsonNode> stream(JsonNode list) {
        List<JsonNode> nodes = new ArrayList<>();
        list.forEach(nodes::add);
        return nodes.stream();
    }
}
