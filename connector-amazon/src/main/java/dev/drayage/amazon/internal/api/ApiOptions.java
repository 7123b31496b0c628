package dev.drayage.amazon.internal.api;

import dev.drayage.amazon.AmazonSettings;
import dev.drayage.quota.RatePlan;
import dev.drayage.settings.SecretSource;
import dev.drayage.settings.Settings;
import java.net.URI;
import java.util.Map;

/**
 * What the settings say about calling Amazon. Immutable.
 *
 * @param api where the API listens
 * @param login where Login with Amazon listens
 * @param clientId the application
 * @param clientSecret its secret
 * @param refreshToken the seller's consent
 * @param applicationName name in the user agent
 * @param applicationVersion version in the user agent
 * @param rates usage plans that differ from the published ones
 */
public record ApiOptions(
        URI api,
        URI login,
        String clientId,
        SecretSource clientSecret,
        SecretSource refreshToken,
        String applicationName,
        String applicationVersion,
        Map<String, RatePlan> rates) {

    /** Copies the map. */
    public ApiOptions {
        rates = Map.copyOf(rates);
    }

    /** As the settings say. */
    public static ApiOptions of(Settings settings) {
        return new ApiOptions(
                settings.find(AmazonSettings.API_ENDPOINT)
                        .orElseGet(() -> settings.get(AmazonSettings.REGION).endpoint()),
                settings.get(AmazonSettings.LOGIN_ENDPOINT),
                settings.get(AmazonSettings.CLIENT_ID),
                settings.get(AmazonSettings.CLIENT_SECRET),
                settings.get(AmazonSettings.REFRESH_TOKEN),
                settings.get(AmazonSettings.APPLICATION_NAME),
                settings.get(AmazonSettings.APPLICATION_VERSION),
                settings.get(AmazonSettings.RATES));
    }
}
