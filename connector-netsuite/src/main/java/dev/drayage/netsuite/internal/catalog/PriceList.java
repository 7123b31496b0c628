package dev.drayage.netsuite.internal.catalog;

import dev.drayage.model.ItemPrice;
import dev.drayage.model.Money;
import dev.drayage.netsuite.internal.suiteql.Row;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Prices of one item out of the rows of {@code pricing}. A level goes by its name, by its internal id if it has none to show.
 * NetSuite's first break begins at zero: it holds from the first unit, unless another break begins there. A row without a
 * price is no price. Immutable.
 */
final class PriceList {
    private static final BigDecimal FIRST_UNIT = BigDecimal.ONE;
    private static final Comparator<ItemPrice> ORDER = Comparator.comparing(ItemPrice::level)
            .thenComparing(price -> price.price().currency().getCurrencyCode())
            .thenComparing(ItemPrice::minimum);

    private final Set<String> levels;

    /** A list of prices under {@code levels}, names or internal ids; under all levels if there are none. */
    PriceList(List<String> levels) {
        this.levels = Set.copyOf(levels);
    }

    private record Key(String level, Currency currency, BigDecimal minimum) {}

    /**
     * The prices, by level, currency and quantity.
     *
     * @param currencies currencies by internal id
     */
    List<ItemPrice> read(List<Row> rows, Function<String, Currency> currencies) {
        Map<Key, ItemPrice> prices = new HashMap<>();
        List<Row> byQuantity = new ArrayList<>(rows);
        byQuantity.sort(Comparator.comparing(PriceList::quantity));
        for (Row row : byQuantity) {
            String level = row.text("level_name").orElseGet(() -> row.required("level_id"));
            if (row.number("price").isPresent() && isWanted(level, row)) {
                Currency currency = currencies.apply(row.required("currency"));
                BigDecimal minimum = quantity(row).signum() > 0 ? quantity(row) : FIRST_UNIT;
                prices.put(
                        new Key(level, currency, minimum.stripTrailingZeros()),
                        new ItemPrice(
                                level, minimum, new Money(row.number("price").orElseThrow(), currency)));
            }
        }
        return prices.values().stream().sorted(ORDER).toList();
    }

    private boolean isWanted(String level, Row row) {
        return levels.isEmpty() || levels.contains(level) || levels.contains(row.required("level_id"));
    }

    private static BigDecimal quantity(Row row) {
        return row.number("quantity").orElse(BigDecimal.ZERO);
    }
}
