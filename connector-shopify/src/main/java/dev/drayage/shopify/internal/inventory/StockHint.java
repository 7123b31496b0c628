package dev.drayage.shopify.internal.inventory;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is stored with the intent to set a quantity, so that it can be looked for without its source.
 *
 * @param units units that were to be set
 * @param location number of Shopify's location
 * @param sku the SKU
 */
record StockHint(int units, String location, String sku) {
    private static final Pattern SHAPE = Pattern.compile("([0-9]{1,10}) ([0-9]{1,20}) (.+)", Pattern.DOTALL);

    static StockHint of(StockTarget target) {
        return new StockHint(target.units(), target.location(), target.sku());
    }

    /** Reads what {@link #toString()} writes. */
    static Optional<StockHint> parse(String text) {
        Matcher matcher = SHAPE.matcher(text);
        return matcher.matches()
                ? Optional.of(new StockHint(Integer.parseInt(matcher.group(1)), matcher.group(2), matcher.group(3)))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return units + " " + location + " " + sku;
    }
}
