package dev.drayage.amazon.internal.orders;

import dev.drayage.amazon.AmazonSettings;
import dev.drayage.settings.Settings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What the settings say about reading orders. Immutable.
 *
 * @param marketplaces the stores whose orders are read
 * @param recipientData whether addresses are asked for
 * @param buyerData whether the buyer is asked for
 * @param taxIncluded stores whose prices hold the tax
 * @param pageSize orders on a page
 * @param settleDelay how far sweeps end behind now
 * @param maxSpan the longest sweep
 */
record OrderOptions(
        List<String> marketplaces,
        boolean recipientData,
        boolean buyerData,
        Set<String> taxIncluded,
        int pageSize,
        Duration settleDelay,
        Duration maxSpan) {

    OrderOptions {
        marketplaces = List.copyOf(marketplaces);
        taxIncluded = Set.copyOf(taxIncluded);
    }

    static OrderOptions of(Settings settings) {
        return new OrderOptions(
                settings.get(AmazonSettings.MARKETPLACES),
                settings.get(AmazonSettings.RECIPIENT_DATA),
                settings.get(AmazonSettings.BUYER_DATA),
                taxIncluded(settings.get(AmazonSettings.TAX_INCLUDED)),
                settings.get(AmazonSettings.PAGE_SIZE),
                settings.get(AmazonSettings.SETTLE_DELAY),
                settings.get(AmazonSettings.MAX_SPAN));
    }

    private static Set<String> taxIncluded(List<String> words) {
        if (words.isEmpty()) {
            return Marketplaces.taxIncluded();
        }
        return words.equals(List.of("none")) ? Set.of() : Set.copyOf(words);
    }

    /** The data sets to ask for; person data only where the settings want it. */
    List<String> includedData() {
        List<String> sets = new ArrayList<>(List.of("PROCEEDS", "FULFILLMENT", "PROMOTION", "CANCELLATION", "TAX"));
        if (recipientData) {
            sets.add("RECIPIENT");
        }
        if (buyerData) {
            sets.add("BUYER");
        }
        return List.copyOf(sets);
    }
}
