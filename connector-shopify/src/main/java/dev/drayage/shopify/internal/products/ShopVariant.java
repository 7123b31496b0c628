package dev.drayage.shopify.internal.products;

import dev.drayage.internal.json.JsonValue;
import dev.drayage.shopify.internal.api.Gid;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * A variant as the shop shows it. Immutable.
 *
 * @param id Shopify's global id of the variant
 * @param product Shopify's global id of its product
 * @param sku its SKU; empty if it has none
 * @param barcode its bar code
 * @param price its price in the shop's currency
 */
public record ShopVariant(String id, String product, String sku, Optional<String> barcode, BigDecimal price) {

    static ShopVariant of(JsonValue variant) {
        return new ShopVariant(
                variant.requiredText("id"),
                variant.required("product").requiredText("id"),
                variant.text("sku").orElse(""),
                variant.text("barcode").filter(text -> !text.isEmpty()),
                variant.requiredDecimal("price"));
    }

    /** The number of the variant. */
    public String number() {
        return Gid.parse(id).map(Gid::key).orElse(id);
    }
}
