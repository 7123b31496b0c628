package dev.drayage.testkit.shopify;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drayage.testkit.wire.WireRequest;
import dev.drayage.testkit.wire.WireResponse;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/**
 * The token endpoint of the shop: client credentials (a day, no refresh token) and refresh tokens (an hour, rotating;
 * the old refresh token stays good until its successor was first used). A static token never ends. Thread-safe.
 */
public final class AppTokens {
    /** How long a token of the client-credentials grant lives. */
    public static final Duration CLIENT_CREDENTIALS_LIFE = Duration.ofDays(1);
    /** How long a token that came for a refresh token lives. */
    public static final Duration OFFLINE_LIFE = Duration.ofHours(1);

    private final InstantSource clock;
    private final String clientId;
    private final String clientSecret;
    private final Map<String, Instant> accessTokens = new HashMap<>();
    /** Refresh tokens that are good, with the token they came for. */
    private final Map<String, String> refreshTokens = new HashMap<>();

    private String staticToken = "shpat_static_example";
    private long issued;
    private long requests;

    AppTokens(InstantSource clock, String clientId, String clientSecret) {
        this.clock = clock;
        this.clientId = clientId;
        this.clientSecret = clientSecret;
        refreshTokens.put("shprt_example", "");
    }

    /** A token of an old custom app, which does not expire. */
    public synchronized String staticToken() {
        return staticToken;
    }

    /** The first refresh token of an expiring offline token. */
    public String refreshToken() {
        return "shprt_example";
    }

    /** All access tokens given out so far are no longer accepted, the static one is replaced. */
    public synchronized void revokeAll() {
        accessTokens.clear();
        staticToken = "shpat_static_" + ++issued;
    }

    /** How often a token was asked for. */
    public synchronized long requests() {
        return requests;
    }

    synchronized boolean accepts(String token) {
        Instant ends = accessTokens.get(token);
        return token.equals(staticToken) || (ends != null && clock.instant().isBefore(ends));
    }

    synchronized WireResponse answer(WireRequest request, String scope) {
        requests++;
        Map<String, String> form = form(request);
        if (!clientId.equals(form.get("client_id")) || !clientSecret.equals(form.get("client_secret"))) {
            return refused("invalid_client", "Client authentication failed.");
        }
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        switch (form.getOrDefault("grant_type", "")) {
            case "client_credentials" -> {
                body.put("access_token", access(CLIENT_CREDENTIALS_LIFE)).put("scope", scope);
                body.put("expires_in", CLIENT_CREDENTIALS_LIFE.toSeconds() - 1);
            }
            case "refresh_token" -> {
                String old = form.getOrDefault("refresh_token", "");
                String parent = refreshTokens.get(old);
                if (parent == null) {
                    return refused("invalid_grant", "The refresh token is not valid.");
                }
                refreshTokens.remove(parent);
                String next = "shprt_" + ++issued;
                refreshTokens.put(next, old);
                body.put("access_token", access(OFFLINE_LIFE)).put("scope", scope);
                body.put("expires_in", OFFLINE_LIFE.toSeconds());
                body.put("refresh_token", next)
                        .put("refresh_token_expires_in", Duration.ofDays(90).toSeconds());
            }
            default -> {
                return refused("unsupported_grant_type", "The grant type is not supported.");
            }
        }
        return WireResponse.json(200, body.toString());
    }

    private String access(Duration life) {
        String token = "shpat_" + ++issued;
        accessTokens.put(token, clock.instant().plus(life));
        return token;
    }

    private static WireResponse refused(String error, String description) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("error", error).put("error_description", description);
        return WireResponse.json(400, body.toString());
    }

    private static Map<String, String> form(WireRequest request) {
        Map<String, String> form = new HashMap<>();
        for (String pair : request.text().split("&", -1)) {
            int eq = pair.indexOf('=');
            if (eq > 0) {
                form.put(
                        URLDecoder.decode(pair.substring(0, eq), StandardCharsets.UTF_8),
                        URLDecoder.decode(pair.substring(eq + 1), StandardCharsets.UTF_8));
            }
        }
        return form;
    }
}
