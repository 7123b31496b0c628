package dev.drayage.shopify.internal.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drayage.error.UnavailableException;
import dev.drayage.internal.json.JsonValue;
import dev.drayage.shopify.internal.LoopbackShop;
import dev.drayage.shopify.internal.documents.Documents;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PagesTest {
    private final LoopbackShop shop = new LoopbackShop();
    private final ShopifyApi api = shop.api();
    private final Pages pages = new Pages(api);

    @AfterEach
    void close() {
        shop.close();
    }

    private static String order(String updatedAt, String line, String cursor) {
        return "{\"order\":{\"id\":\"gid://shopify/Order/1\",\"updatedAt\":\"" + updatedAt
                + "\",\"lineItems\":{\"pageInfo\":"
                + "{\"hasNextPage\":" + !cursor.isEmpty() + ",\"endCursor\":\"" + cursor + "\"},\"nodes\":[{\"id\":\""
                + line
                + "\"}]}}}";
    }

    private Optional<List<String>> lines() {
        JsonValue order = api.execute(Documents.ORDER_BY_ID, Variables.id("gid://shopify/Order/1"), shop.call())
                .root();
        return pages.all(order, "lineItems", Documents.ORDER_LINES, shop.call())
                .map(nodes ->
                        nodes.stream().map(node -> node.requiredText("id")).toList());
    }

    @Test
    void all_pages_are_read_in_order() {
        shop.data(order("t1", "a", "c1")).data(order("t1", "b", "c2")).data(order("t1", "c", ""));

        assertThat(lines()).contains(List.of("a", "b", "c"));
        assertThat(shop.documents().get(1).text()).contains("\"after\":\"c1\"");
        assertThat(shop.documents().get(2).text()).contains("\"after\":\"c2\"");
    }

    @Test
    void one_page_costs_no_further_call() {
        shop.data(order("t1", "a", ""));

        assertThat(lines()).contains(List.of("a"));
        assertThat(shop.documents()).hasSize(1);
    }

    @Test
    void a_record_that_changes_between_two_pages_is_not_put_together_from_two_states() {
        shop.data(order("t1", "a", "c1")).data(order("t2", "b", ""));

        assertThat(lines()).isEmpty();
    }

    @Test
    void a_record_that_goes_between_two_pages_is_not_given() {
        shop.data(order("t1", "a", "c1")).data("{\"order\":null}");

        assertThat(lines()).isEmpty();
    }

    @Test
    void pages_that_do_not_end_are_told() {
        shop.data(order("t1", "a", "c1")).data(order("t1", "b", "c1"));

        assertThatThrownBy(this::lines).isInstanceOf(UnavailableException.class).hasMessageContaining("do not end");
    }
}
