package dev.drayage.shopify.internal.api;

import dev.drayage.call.CallContext;
import dev.drayage.http.TokenEndpoint;
import dev.drayage.settings.Secret;
import java.time.Duration;
import java.util.Map;

/** Tokens of the merchant's own app (page "Client credentials grant"): for 24 hours, asked for anew when they end. Thread-safe. */
final class ClientCredentials implements TokenEndpoint {
    private static final Duration LIFE = Duration.ofHours(24);

    private final TokenLogin login;
    private final Credentials.OwnApp app;

    ClientCredentials(TokenLogin login, Credentials.OwnApp app) {
        this.login = login;
        this.app = app;
    }

    @Override
    public Issued fetch(CallContext call) {
        TokenLogin.Granted granted = login.ask(
                Map.of(
                        "grant_type", "client_credentials",
                        "client_id", app.clientId(),
                        "client_secret", app.clientSecret().current().reveal()),
                LIFE,
                call);
        return new Issued(Secret.of(granted.token()), granted.life());
    }
}
