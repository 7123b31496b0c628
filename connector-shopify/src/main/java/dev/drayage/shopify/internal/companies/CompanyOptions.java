package dev.drayage.shopify.internal.companies;

import dev.drayage.settings.Settings;
import dev.drayage.shopify.ShopifySettings;
import java.time.Duration;

/**
 * How companies are read. Immutable.
 *
 * @param version version of the API
 * @param lag how far windows end behind now
 * @param pageSize companies on a page
 */
record CompanyOptions(String version, Duration lag, int pageSize) {
    /** The largest page that the price of one query allows. */
    private static final int LARGEST_PAGE = 25;

    static CompanyOptions of(Settings settings) {
        return new CompanyOptions(
                settings.get(ShopifySettings.API_VERSION), settings.get(ShopifySettings.SEARCH_LAG), LARGEST_PAGE);
    }
}
