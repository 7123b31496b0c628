package dev.drayage.shopify.internal.api;

import dev.drayage.call.CallContext;
import dev.drayage.call.TimeSource;
import dev.drayage.http.TokenEndpoint;
import dev.drayage.settings.Secret;
import dev.drayage.spi.ConnectorState;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/**
 * Tokens of an installed app (page "Expiring offline access tokens"): each refresh brings a new pair, and the old refresh
 * token ends when the new pair is first used. So the new pair is put into the account's durable state before it is used; if
 * its answer is lost, or the host stops in between, the old one is still good. Another process on the same state that was
 * quicker wins: its pair is taken over. A refresh token that is set anew in the settings starts a new chain. Called by one
 * thread at a time.
 */
final class TokenRotation implements TokenEndpoint {
    static final String KEY = "token.pair";

    private static final Duration LIFE = Duration.ofHours(1);
    /** A saved token that ends sooner than this is not worth a call. */
    private static final Duration MARGIN = Duration.ofMinutes(1);

    private final TokenLogin login;
    private final Credentials.InstalledApp app;
    private final ConnectorState state;
    private final TimeSource time;
    private String lastUsed = "";

    TokenRotation(TokenLogin login, Credentials.InstalledApp app, ConnectorState state, TimeSource time) {
        this.login = login;
        this.app = app;
        this.state = state;
        this.time = time;
    }

    @Override
    public Issued fetch(CallContext call) {
        String first = app.refreshToken().current().reveal();
        String origin = digest(first);
        Optional<String> saved = state.get(KEY);
        Optional<TokenPair> pair =
                saved.flatMap(TokenPair::parse).filter(found -> found.origin().equals(origin));
        if (pair.isPresent() && isFresh(pair.get())) {
            return use(pair.get());
        }
        TokenPair next = refresh(pair.map(TokenPair::refresh).orElse(first), origin, call);
        if (state.replace(KEY, saved, next.save())) {
            return use(next);
        }
        TokenPair winner = state.get(KEY)
                .flatMap(TokenPair::parse)
                .filter(found -> found.origin().equals(origin))
                .filter(this::isFresh)
                .orElse(next);
        if (winner.equals(next)) {
            state.put(KEY, next.save());
        }
        return use(winner);
    }

    /** A token that was handed out before is asked for again because it ended or was refused. */
    private boolean isFresh(TokenPair pair) {
        return !pair.access().equals(lastUsed) && time.instant().plus(MARGIN).isBefore(pair.expiresAt());
    }

    private Issued use(TokenPair pair) {
        lastUsed = pair.access();
        Instant now = time.instant();
        return new Issued(Secret.of(pair.access()), Duration.between(now, pair.expiresAt()));
    }

    private TokenPair refresh(String token, String origin, CallContext call) {
        TokenLogin.Granted granted = login.ask(
                Map.of(
                        "grant_type",
                        "refresh_token",
                        "client_id",
                        app.clientId(),
                        "client_secret",
                        app.clientSecret().current().reveal(),
                        "refresh_token",
                        token),
                LIFE,
                call);
        return new TokenPair(
                origin,
                granted.token(),
                granted.refreshToken().orElse(token),
                time.instant().plus(granted.life()));
    }

    private static String digest(String token) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
