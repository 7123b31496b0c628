package dev.drayage.shopify.internal.refunds;

import dev.drayage.settings.Settings;
import dev.drayage.shopify.MoneyBasis;
import dev.drayage.shopify.ShopifySettings;
import java.time.Duration;

/**
 * How refunds are read. Immutable.
 *
 * @param version version of the API
 * @param lag how far windows end behind now
 * @param basis which of the two amounts counts
 * @param tests whether refunds of test orders are read
 * @param pageSize orders on a page
 */
record RefundOptions(String version, Duration lag, MoneyBasis basis, boolean tests, int pageSize) {
    static RefundOptions of(Settings settings) {
        return new RefundOptions(
                settings.get(ShopifySettings.API_VERSION),
                settings.get(ShopifySettings.SEARCH_LAG),
                settings.get(ShopifySettings.MONEY_BASIS),
                settings.get(ShopifySettings.TEST_ORDERS),
                settings.get(ShopifySettings.PAGE_SIZE));
    }
}
