package dev.drayage.shopify.internal.payouts;

import dev.drayage.settings.Settings;
import dev.drayage.shopify.ShopifySettings;
import java.time.Duration;

/**
 * How payouts are read. Immutable.
 *
 * @param version version of the API
 * @param lag how far windows end behind now
 * @param lookBack how long after its issue a payout is read again
 * @param pageSize payouts on a page
 */
record PayoutOptions(String version, Duration lag, Duration lookBack, int pageSize) {
    /** Of every payout all rows are read too, so that a page must not take long. */
    private static final int PAGE = 25;

    static PayoutOptions of(Settings settings) {
        return new PayoutOptions(
                settings.get(ShopifySettings.API_VERSION),
                settings.get(ShopifySettings.SEARCH_LAG),
                settings.get(ShopifySettings.PAYOUT_LOOK_BACK),
                PAGE);
    }
}
