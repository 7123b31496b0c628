package dev.drayage.testkit.shopify;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A product. Changed under the shop's lock. */
public final class Product extends Entity {
    final String title;
    final List<Variant> variants = new ArrayList<>();
    boolean deleted;

    Product(long number, Instant at, String title) {
        super("Product", number, at);
        this.title = title;
    }

    /** Title. */
    public String title() {
        return title;
    }

    /** Its variants. */
    public List<Variant> variants() {
        return List.copyOf(variants);
    }
}
