package dev.drayage.shopify.internal.api;

import dev.drayage.settings.SecretSource;
import dev.drayage.settings.Settings;
import dev.drayage.shopify.ShopifySettings;
import java.util.Optional;

/** How access tokens are had: one of three ways, decided by which settings are given. Immutable. */
public sealed interface Credentials {

    /**
     * A token that does not end, of a custom app made before 2026.
     *
     * @param token the token, read anew for each call
     */
    record FixedToken(SecretSource token) implements Credentials {}

    /**
     * The merchant's own app: a token for a day against the app's secret, asked for again as often as needed.
     *
     * @param clientId the app
     * @param clientSecret its secret
     */
    record OwnApp(String clientId, SecretSource clientSecret) implements Credentials {}

    /**
     * An app that was installed with expiring tokens: a token for an hour against a refresh token that changes each time.
     *
     * @param clientId the app
     * @param clientSecret its secret
     * @param refreshToken the first refresh token; later ones are kept in the account's state
     */
    record InstalledApp(String clientId, SecretSource clientSecret, SecretSource refreshToken) implements Credentials {}

    /** As the settings say; they have been checked. */
    static Credentials of(Settings settings) {
        Optional<SecretSource> fixed = settings.find(ShopifySettings.ACCESS_TOKEN);
        if (fixed.isPresent()) {
            return new FixedToken(fixed.get());
        }
        String app = settings.get(ShopifySettings.CLIENT_ID);
        SecretSource secret = settings.get(ShopifySettings.CLIENT_SECRET);
        return settings.find(ShopifySettings.REFRESH_TOKEN)
                .<Credentials>map(refresh -> new InstalledApp(app, secret, refresh))
                .orElseGet(() -> new OwnApp(app, secret));
    }
}
