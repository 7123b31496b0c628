package dev.drayage.testkit.amazon;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.testkit.amazon.SellerCentral.Answer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ListingsTest {
    private static final String US = "ATVPDKIKX0DER";
    private final SellerCentral central = new SellerCentral();
    private final String items = "/listings/2021-08-01/items/" + central.amazon.sellerId();

    @BeforeEach
    void seed() {
        for (int n = 10; n < 35; n++) {
            central.amazon
                    .listings()
                    .put(SimulatedListing.of(
                            "SKU-" + n, "B0EXAMPLE" + n, "Article " + n, n, "9.99", SellerCentral.START));
        }
        central.amazon.quota().unlimited();
    }

    @AfterEach
    void close() {
        central.close();
    }

    private Answer search(String... pairs) {
        Map<String, String> query = new HashMap<>(Map.of("marketplaceIds", US));
        for (int n = 0; n < pairs.length; n += 2) {
            query.put(pairs[n], pairs[n + 1]);
        }
        return central.get(items, query);
    }

    private static List<String> skus(Answer answer) {
        List<String> skus = new ArrayList<>();
        answer.body().path("items").forEach(item -> skus.add(item.path("sku").asText()));
        return skus;
    }

    @Test
    void pages_follow_the_token() {
        Answer first = search("sortBy", "sku", "sortOrder", "ASC", "pageSize", "20");
        assertThat(first.body().path("numberOfResults").asInt()).isEqualTo(25);
        assertThat(skus(first)).hasSize(20).startsWith("SKU-10");
        Answer second = search("sortBy", "sku", "sortOrder", "ASC", "pageSize", "20", "pageToken", first.nextToken());
        assertThat(skus(second)).hasSize(5);
        assertThat(second.nextToken()).isEmpty();
    }

    @Test
    void a_page_holds_ten_unless_asked_and_twenty_at_most() {
        assertThat(skus(search())).hasSize(10);
        assertThat(search("pageSize", "21").status()).isEqualTo(400);
    }

    @Test
    void identifiers_status_and_data_sets_narrow_the_answer() {
        central.amazon
                .listings()
                .put(SimulatedListing.of("SKU-X", "B0X", "X", 0, "1.00", SellerCentral.START)
                        .withStatus(Set.of("DISCOVERABLE"), SellerCentral.START));
        assertThat(skus(search("identifiersType", "SKU", "identifiers", "SKU-11,SKU-12")))
                .containsExactlyInAnyOrder("SKU-11", "SKU-12");
        assertThat(search("identifiers", "SKU-11").code()).isEqualTo("BAD_REQUEST");
        assertThat(skus(search("withoutStatus", "BUYABLE"))).containsExactly("SKU-X");
        Answer stock =
                search("identifiersType", "SKU", "identifiers", "SKU-11", "includedData", "fulfillmentAvailability");
        assertThat(stock.body()
                        .at("/items/0/fulfillmentAvailability/0/quantity")
                        .asInt())
                .isEqualTo(11);
        assertThat(stock.body().at("/items/0").has("summaries")).isFalse();
    }

    @Test
    void one_listing_is_read_by_its_encoded_sku() {
        central.amazon
                .listings()
                .put(SimulatedListing.of("A B/C+D", "B0Y", "Odd name", 3, "1.00", SellerCentral.START));
        Answer answer = central.get(items + "/A%20B%2FC+D", Map.of("marketplaceIds", US));
        assertThat(answer.body().path("sku").asText()).isEqualTo("A B/C+D");
        assertThat(answer.body().at("/summaries/0/asin").asText()).isEqualTo("B0Y");
        assertThat(central.get(items + "/NONE", Map.of("marketplaceIds", US)).status())
                .isEqualTo(404);
        assertThat(central.get(items + "/SKU-11", Map.of()).status()).isEqualTo(400);
    }

    @Test
    void a_sku_is_measured_before_it_is_decoded() {
        String sku = "#".repeat(20);
        central.amazon.listings().put(SimulatedListing.of(sku, "B0Z", "Hashes", 1, "1.00", SellerCentral.START));
        assertThat(central.get(items + "/" + "%23".repeat(20), Map.of("marketplaceIds", US))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void another_sellers_listings_are_closed() {
        assertThat(central.get("/listings/2021-08-01/items/A1OTHER", Map.of("marketplaceIds", US))
                        .status())
                .isEqualTo(403);
    }
}
