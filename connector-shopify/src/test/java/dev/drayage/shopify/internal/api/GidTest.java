package dev.drayage.shopify.internal.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GidTest {

    @ParameterizedTest
    @CsvSource({
        "gid://shopify/Order/450789469, Order, 450789469",
        "gid://shopify/InventoryLevel/143?inventory_item_id=53, InventoryLevel, 143",
        "gid://shopify/CalculatedLineItem/e5b0e5a8-6e5f-4c0e-8d3e-0d1f6b1c2a3b, CalculatedLineItem,"
                + " e5b0e5a8-6e5f-4c0e-8d3e-0d1f6b1c2a3b"
    })
    void type_and_key_are_read(String text, String type, String key) {
        assertThat(Gid.parse(text)).contains(new Gid(type, key));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "450789469", "gid://shopify/Order/", "gid://netsuite/Order/1", "gid://shopify/Order/1/2"})
    void what_is_no_id_of_shopify_is_none(String text) {
        assertThat(Gid.parse(text)).isEmpty();
    }

    @Test
    void an_id_is_written_as_shopify_writes_it() {
        assertThat(new Gid("Order", "7")).hasToString("gid://shopify/Order/7");
        assertThat(Gid.is("Order", "gid://shopify/Order/7")).isTrue();
        assertThat(Gid.is("Order", "gid://shopify/Refund/7")).isFalse();
    }
}
