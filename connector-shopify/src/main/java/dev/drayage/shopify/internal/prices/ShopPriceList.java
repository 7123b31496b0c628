package dev.drayage.shopify.internal.prices;

import dev.drayage.internal.json.JsonValue;

/**
 * A price list of the shop. Immutable.
 *
 * @param id Shopify's global id
 * @param name what people call it
 * @param currency ISO code of its fixed prices
 */
record ShopPriceList(String id, String name, String currency) {

    static ShopPriceList of(JsonValue list) {
        return new ShopPriceList(list.requiredText("id"), list.text("name").orElse(""), list.requiredText("currency"));
    }
}
