package dev.drayage.testkit.shopify;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A variant of a product; prices in the shop's currency. Changed under the shop's lock. */
public final class Variant extends Entity {
    final Product product;
    final InventoryItem item;
    String barcode = "";
    BigDecimal price;
    boolean taxable = true;

    @Nullable BigDecimal compareAtPrice;

    Variant(long number, Instant at, Product product, InventoryItem item, BigDecimal price) {
        super("ProductVariant", number, at);
        this.product = product;
        this.item = item;
        this.price = price;
    }

    /** The product. */
    public Product product() {
        return product;
    }

    /** What is counted. */
    public InventoryItem item() {
        return item;
    }

    /** Sku, empty for none. */
    public String sku() {
        return item.sku;
    }

    /** Bar code, empty for none. */
    public String barcode() {
        return barcode;
    }

    /** Price. */
    public BigDecimal price() {
        return price;
    }

    /** The struck-out price. */
    public Optional<BigDecimal> compareAtPrice() {
        return Optional.ofNullable(compareAtPrice);
    }
}
