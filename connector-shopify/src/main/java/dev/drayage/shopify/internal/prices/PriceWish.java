package dev.drayage.shopify.internal.prices;

import dev.drayage.model.ListPrice;
import dev.drayage.model.Money;
import dev.drayage.model.RecordRef;
import java.util.Optional;

/**
 * What one price list is to show for one SKU. Immutable.
 *
 * @param sku the SKU
 * @param list name of the price list
 * @param price the fixed price; empty if there is to be none
 * @param stood where the price stood when it was last told
 */
record PriceWish(String sku, String list, Optional<Money> price, Optional<PricePlace> stood) {

    static PriceWish of(ListPrice told, boolean takenBack, Optional<RecordRef> existing) {
        return new PriceWish(
                told.sku(),
                told.priceList(),
                takenBack ? Optional.empty() : told.price(),
                existing.flatMap(PricePlace::of));
    }

    /** What is stored with the intent. */
    String hint() {
        return price.map(Money::toString).orElse("") + "\n" + list + "\n" + sku;
    }

    /** Reads what {@link #hint()} writes. */
    static Optional<PriceWish> parse(String hint, Optional<RecordRef> existing) {
        String[] lines = hint.split("\n", -1);
        if (lines.length != 3) {
            return Optional.empty();
        }
        String[] words = lines[0].split(" ", 2);
        return Optional.of(new PriceWish(
                lines[2],
                lines[1],
                words.length == 2 ? Optional.of(Money.of(words[1], words[0])) : Optional.empty(),
                existing.flatMap(PricePlace::of)));
    }

    /** Whether what stands, if anything, is what is to stand. */
    boolean isShownBy(Optional<FixedPrice> standing) {
        return standing.map(FixedPrice::price).equals(price);
    }
}
