package dev.drayage.testkit.shopify;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A line of an order that is to be placed; prices are in the shop's currency. Not thread-safe. */
public final class NewLine {
    /** A tax to be worked out: title, rate as a fraction, and whether a marketplace remits it. */
    record Rate(String title, BigDecimal rate, boolean channelLiable) {}

    /** The bundle that a component belongs to. */
    record Bundle(String title, String sku, int quantity) {}

    final String sku;
    final int quantity;
    final BigDecimal price;
    final List<Rate> rates = new ArrayList<>();
    final Map<String, String> attributes = new LinkedHashMap<>();
    String title = "";
    boolean giftCard;
    boolean requiresShipping = true;
    int nonFulfillable;
    BigDecimal duty = BigDecimal.ZERO;
    String locationGid = "";

    @Nullable Bundle bundle;

    private NewLine(String sku, int quantity, String price) {
        this.sku = sku;
        this.quantity = quantity;
        this.price = new BigDecimal(price);
    }

    /** Some units of a product that the shop has, or of a thing it does not know when the sku is unknown. */
    public static NewLine of(String sku, int quantity, String price) {
        return new NewLine(sku, quantity, price);
    }

    /** The title, where it is not the product's. */
    public NewLine title(String text) {
        title = text;
        return this;
    }

    /** A tax; {@code rate} as a fraction. */
    public NewLine tax(String name, String rate) {
        rates.add(new Rate(name, new BigDecimal(rate), false));
        return this;
    }

    /** A tax that a marketplace remits. */
    public NewLine remittedTax(String name, String rate) {
        rates.add(new Rate(name, new BigDecimal(rate), true));
        return this;
    }

    /** A gift card is sold: no tax, no shipping. */
    public NewLine giftCard() {
        giftCard = true;
        requiresShipping = false;
        return this;
    }

    /** Nothing is shipped for it. */
    public NewLine digital() {
        requiresShipping = false;
        return this;
    }

    /** Units that cannot be fulfilled. */
    public NewLine nonFulfillable(int units) {
        nonFulfillable = units;
        return this;
    }

    /** Import duty of the whole line. */
    public NewLine duty(String amount) {
        duty = new BigDecimal(amount);
        return this;
    }

    /** The line is a component of a bundle. */
    public NewLine of(String bundleTitle, String bundleSku, int bundles) {
        bundle = new Bundle(bundleTitle, bundleSku, bundles);
        return this;
    }

    /** The location that is to ship it. */
    public NewLine from(StockLocation location) {
        locationGid = location.gid();
        return this;
    }

    /** A custom attribute. */
    public NewLine attribute(String key, String value) {
        attributes.put(key, value);
        return this;
    }
}
