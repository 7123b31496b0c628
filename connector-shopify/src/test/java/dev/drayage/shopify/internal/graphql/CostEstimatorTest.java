package dev.drayage.shopify.internal.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drayage.shopify.internal.ShopifySpecs;
import dev.drayage.shopify.internal.documents.Documents;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CostEstimatorTest {

    private static int estimate(String text) {
        return CostEstimator.ofDocuments().estimate(DocumentReader.read(text), Map.of());
    }

    @Test
    void the_estimate_is_within_five_percent_of_what_shopify_asked_for_nine_in_ten_recorded_queries() {
        JsonNode samples = ShopifySpecs.costSamples();
        CostEstimator estimator = new CostEstimator(new SchemaShapes(ShopifySpecs.schema("2026-04")));
        int exact = 0;
        int near = 0;
        int strange = 0;
        for (JsonNode sample : samples) {
            int asked = sample.path("requestedQueryCost").asInt();
            int found;
            try {
                found = estimator.estimate(
                        DocumentReader.read(sample.path("query").asText()), sizes(sample));
            } catch (IllegalArgumentException e) {
                strange++;
                continue;
            }
            exact += found == asked ? 1 : 0;
            near += Math.abs(found - asked) <= asked * 0.05 ? 1 : 0;
        }
        int known = samples.size() - strange;
        double share = (double) near / known;
        System.out.printf(
                Locale.ROOT,
                "cost: %d of %d within 5 %% (%.1f %%), %d exact; %d of another API%n",
                near,
                known,
                share * 100,
                exact,
                strange);
        assertThat(share).isGreaterThanOrEqualTo(0.9);
        assertThat(strange).as("samples of the Storefront API").isLessThanOrEqualTo(36);
    }

    private static Map<String, Integer> sizes(JsonNode sample) {
        Map<String, Integer> sizes = new HashMap<>();
        sample.path("intVariables")
                .properties()
                .forEach(entry -> sizes.put(entry.getKey(), entry.getValue().asInt()));
        return sizes;
    }

    @Test
    void our_own_documents_need_no_schema_to_be_priced() {
        CostEstimator bySchema = new CostEstimator(new SchemaShapes(ShopifySpecs.schema("2026-10")));

        for (Document document : Documents.all()) {
            assertThat(document.estimate(CostEstimator.ofDocuments(), Map.of()))
                    .as(document.toString())
                    .isEqualTo(document.estimate(bySchema, Map.of()));
        }
    }

    @Test
    void page_size_is_cheap_and_nesting_is_dear() {
        assertThat(estimate("{ orders(first: 1) { nodes { id } } }")).isEqualTo(3);
        assertThat(estimate("{ orders(first: 10) { nodes { id } } }")).isEqualTo(6);
        assertThat(estimate("{ orders(first: 250) { nodes { id } } }")).isEqualTo(13);
        assertThat(estimate("{ orders(first: 50) { nodes { lineItems(first: 50) { nodes { id } } } } }"))
                .isEqualTo(2 + 7 * (1 + 2 + 7));
    }

    @Test
    void a_variable_sizes_a_page_and_its_default_stands_in_for_it() {
        Operation operation =
                DocumentReader.read("query Orders($first: Int = 50) { orders(first: $first) { nodes { id } } }");
        CostEstimator estimator = CostEstimator.ofDocuments();

        assertThat(estimator.estimate(operation, Map.of())).isEqualTo(9);
        assertThat(estimator.estimate(operation, Map.of("first", 10))).isEqualTo(6);
    }

    @Test
    void money_is_free_and_of_several_types_the_dearest_counts() {
        assertThat(estimate("{ order(id: 1) { total { shopMoney { amount } } a { ...M } "
                        + "buyer { __typename ... on Customer { id } ... on Company { c { id } d { id } } } } }"
                        + " fragment M on MoneyBag { shopMoney { amount currencyCode } }"))
                .isEqualTo(4);
    }

    @Test
    void a_mutation_costs_ten_and_a_refund_twenty() {
        assertThat(estimate("mutation Tag($id: ID!) { tagsAdd(id: $id, tags: [\"a\", \"b\"]) { node { id }"
                        + " userErrors { field message } } }"))
                .isEqualTo(10);
        assertThat(estimate("mutation R($i: RefundInput!, $k: String!) { refundCreate(input: $i) @idempotent(key: $k)"
                        + " { refund { id order { id } } userErrors { field message } } }"))
                .isEqualTo(21);
    }
}
