package dev.drayage.shopify.internal.orders;

import dev.drayage.settings.Settings;
import dev.drayage.shopify.MoneyBasis;
import dev.drayage.shopify.ShopifySettings;
import java.time.Duration;
import java.util.Optional;

/**
 * How orders are read. Immutable.
 *
 * @param basis which of the two amounts counts
 * @param tests whether test orders are read
 * @param pageSize orders on a page
 * @param version version of the API
 * @param erpMethod the manual payment method of payments that the ERP told
 * @param lag how far windows end behind now
 */
record OrderOptions(
        MoneyBasis basis, boolean tests, int pageSize, String version, Optional<String> erpMethod, Duration lag) {
    static OrderOptions of(Settings settings) {
        return new OrderOptions(
                settings.get(ShopifySettings.MONEY_BASIS),
                settings.get(ShopifySettings.TEST_ORDERS),
                settings.get(ShopifySettings.PAGE_SIZE),
                settings.get(ShopifySettings.API_VERSION),
                settings.find(ShopifySettings.ERP_PAYMENT_METHOD),
                settings.get(ShopifySettings.SEARCH_LAG));
    }
}
