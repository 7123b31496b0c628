package dev.drayage.shopify.internal.products;

import dev.drayage.error.ErrorCode;
import dev.drayage.model.Item;
import dev.drayage.model.ItemPrice;
import dev.drayage.model.Money;
import dev.drayage.spi.Violation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a variant is to show, as far as it is told. Immutable.
 *
 * @param sku the SKU
 * @param barcode the bar code; empty to leave it alone
 * @param prices the price of one unit by ISO code of its currency, of which the shop takes its own; none to leave it alone
 */
record ItemWish(String sku, Optional<String> barcode, Map<String, Money> prices) {
    private static final int LONGEST_HINT = 1_000;

    ItemWish {
        prices = Map.copyOf(prices);
    }

    static ItemWish of(Item item) {
        Map<String, ItemPrice> ofOne = new TreeMap<>();
        item.prices().stream()
                .filter(price -> price.minimum().compareTo(BigDecimal.ONE) <= 0)
                .sorted(Comparator.comparing(ItemPrice::minimum))
                .forEach(price -> ofOne.put(price.price().currency().getCurrencyCode(), price));
        return new ItemWish(
                item.sku(),
                item.barcode(),
                ofOne.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, entry -> entry.getValue().price())));
    }

    /** Why an item cannot be told, whatever the shop shows; none if it can. */
    static List<Violation> faults(Item item) {
        List<Violation> faults = new ArrayList<>();
        List<String> levels =
                item.prices().stream().map(ItemPrice::level).distinct().toList();
        if (levels.size() > 1) {
            faults.add(new Violation(
                    ErrorCode.REFUSED_BY_TARGET,
                    "price",
                    "SKU " + item.sku() + " has prices of levels " + levels
                            + ", and a variant has one price; choose one level"));
        }
        return faults;
    }

    /** Quantities from which an item has another price, which a variant's own price does not know. */
    static List<BigDecimal> breaks(Item item) {
        return item.prices().stream()
                .map(ItemPrice::minimum)
                .filter(minimum -> minimum.compareTo(BigDecimal.ONE) > 0)
                .distinct()
                .sorted()
                .toList();
    }

    /** The price in the shop's own currency; empty if none is told. */
    Optional<Money> price(Currency shop) {
        return Optional.ofNullable(prices.get(shop.getCurrencyCode()));
    }

    /** Why its price cannot be that of a variant; empty if it can, or if none is told. */
    Optional<Violation> violation(Currency shop) {
        if (prices.isEmpty()) {
            return Optional.empty();
        }
        Optional<Money> price = price(shop);
        return price.isEmpty()
                ? Optional.of(new Violation(
                        ErrorCode.CURRENCY_MISMATCH,
                        "price",
                        "the shop sells in " + shop + ", and SKU " + sku + " has a price in "
                                + prices.keySet().stream().sorted().collect(Collectors.joining(", ")) + " only"))
                : SellingPrice.violation(sku, price.get());
    }

    /** Whether a variant shows all that is told. */
    boolean isShownBy(ShopVariant variant, Currency shop) {
        return barcode.map(code -> variant.barcode().equals(Optional.of(code))).orElse(true)
                && price(shop)
                        .map(price -> variant.price().compareTo(price.amount()) == 0)
                        .orElse(true);
    }

    /** What is stored with the intent; empty if it would be too long, and then the wish is told again. */
    String hint() {
        String text = String.join(
                "\n",
                sku,
                barcode.orElse(""),
                prices.values().stream().map(Money::toString).sorted().collect(Collectors.joining(",")));
        return text.length() > LONGEST_HINT ? "" : text;
    }

    /** Reads what {@link #hint()} writes. */
    static Optional<ItemWish> parse(String hint) {
        String[] lines = hint.split("\n", -1);
        if (lines.length != 3) {
            return Optional.empty();
        }
        Map<String, Money> prices = new TreeMap<>();
        for (String price : lines[2].isEmpty() ? new String[0] : lines[2].split(",", -1)) {
            String[] words = price.split(" ", 2);
            prices.put(words[0], Money.of(words[1], words[0]));
        }
        return Optional.of(new ItemWish(lines[0], Optional.of(lines[1]).filter(code -> !code.isEmpty()), prices));
    }
}
