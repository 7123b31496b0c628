package dev.drayage.shopify.internal.api;

import dev.drayage.settings.Settings;
import dev.drayage.shopify.ShopifySettings;
import java.net.URI;

/**
 * What the settings say about calling Shopify. Immutable.
 *
 * @param shop the shop's domain
 * @param base where the shop listens, without a path
 * @param version version of the API
 * @param credentials how tokens are had
 */
public record ApiOptions(String shop, URI base, String version, Credentials credentials) {

    /** As the settings say. */
    public static ApiOptions of(Settings settings) {
        String shop = settings.get(ShopifySettings.SHOP);
        return new ApiOptions(
                shop,
                settings.find(ShopifySettings.BASE_URL).orElseGet(() -> URI.create("https://" + shop)),
                settings.get(ShopifySettings.API_VERSION),
                Credentials.of(settings));
    }
}
