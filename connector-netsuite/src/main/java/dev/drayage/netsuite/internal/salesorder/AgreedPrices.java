package dev.drayage.netsuite.internal.salesorder;

import dev.drayage.model.ContentDigest;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What each line of the channel costs, as short digests that stand in a field of NetSuite, which holds 300 characters. Each line has
 * its own, so that a line that is taken out does not look like a price that was changed. Stateless.
 */
final class AgreedPrices {
    private static final int LENGTH = 5;
    private static final int MOST = 50;
    private static final int PLACES = 8;

    private AgreedPrices() {}

    /** The digests; empty text for more lines than the field has room for. */
    static String of(OrderContent content) {
        List<String> digests = new ArrayList<>();
        prices(content).forEach((line, price) -> digests.add(digest(line, price)));
        return digests.size() > MOST ? "" : String.join("", digests);
    }

    /** What costs something else than was noted, in words; where nothing was noted, that is said. */
    static List<String> changed(OrderContent content, String noted) {
        if (noted.isEmpty()) {
            return List.of("it has too many lines to tell whether prices were changed");
        }
        List<String> known = new ArrayList<>();
        for (int i = 0; i + LENGTH <= noted.length(); i += LENGTH) {
            known.add(noted.substring(i, i + LENGTH));
        }
        List<String> words = new ArrayList<>();
        prices(content).forEach((line, price) -> {
            if (!known.contains(digest(line, price))) {
                words.add(line + " is " + price.toPlainString() + " now");
            }
        });
        return words;
    }

    /** Prices of a unit of goods, amounts of all other lines of the channel, and carriage. */
    private static Map<String, BigDecimal> prices(OrderContent content) {
        Map<String, BigDecimal> prices = new TreeMap<>();
        for (OrderContent.Line line : content.lines()) {
            if (line.goods() && line.quantity().signum() != 0) {
                prices.put(
                        "the price of line " + line.tag(),
                        line.amount().divide(line.quantity(), PLACES, RoundingMode.HALF_UP));
            } else if (!line.tag().isEmpty() && !line.goods()) {
                prices.put("the amount of line " + line.tag(), line.amount());
            }
        }
        prices.put("carriage", content.carriage());
        prices.replaceAll((line, price) -> price.signum() == 0 ? BigDecimal.ZERO : price.stripTrailingZeros());
        return prices;
    }

    private static String digest(String line, BigDecimal price) {
        return ContentDigest.of(line, price).substring(0, LENGTH);
    }
}
