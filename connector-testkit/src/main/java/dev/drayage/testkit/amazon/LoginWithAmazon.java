package dev.drayage.testkit.amazon;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.drayage.testkit.wire.WireRequest;
import dev.drayage.testkit.wire.WireResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Login with Amazon: gives access tokens for the seller's refresh token, and knows which of them are still good. The
 * refresh token survives a change of the client secret. Thread-safe.
 */
public final class LoginWithAmazon {
    /** How long an access token is good. */
    public static final Duration TOKEN_LIFE = Duration.ofHours(1);

    /** How long an expired token is still told apart from one that never was. */
    private static final Duration TOKEN_MEMORY = Duration.ofDays(1);

    private static final ObjectMapper JSON = new ObjectMapper();

    private final InstantSource clock;
    private final String clientId;
    private final String refreshToken;
    /** Secrets with the moment they end. */
    private final Map<String, Instant> secrets = new HashMap<>();

    private final Map<String, Instant> tokens = new LinkedHashMap<>();
    private boolean revoked;
    private long issued;

    LoginWithAmazon(InstantSource clock, String clientId, String clientSecret, String refreshToken) {
        this.clock = clock;
        this.clientId = clientId;
        this.refreshToken = refreshToken;
        secrets.put(clientSecret, Instant.MAX);
    }

    /** A new secret is good from now on; the old ones stay good until {@code oldEnds}. */
    public synchronized void rotateClientSecret(String next, Instant oldEnds) {
        secrets.replaceAll((secret, ends) -> ends.isBefore(oldEnds) ? ends : oldEnds);
        secrets.put(next, Instant.MAX);
    }

    /** All secrets end at that moment, as they do 180 days after they were made. */
    public synchronized void expireClientSecretAt(Instant moment) {
        secrets.replaceAll((secret, ends) -> moment);
    }

    /** The seller takes the consent back: no more tokens, and those given out open nothing any more. */
    public synchronized void revokeSeller() {
        revoked = true;
    }

    /** The seller consents again; the refresh token is the same. */
    public synchronized void authorizeSeller() {
        revoked = false;
    }

    /** All access tokens given out so far expire now, ahead of their time. */
    public synchronized void expireAccessTokens() {
        Instant now = clock.instant();
        tokens.replaceAll((token, ends) -> ends.isBefore(now) ? ends : now);
    }

    /** How many access tokens were given out. */
    public synchronized long tokensIssued() {
        return issued;
    }

    synchronized WireResponse token(WireRequest request) {
        Map<String, String> sent = body(request);
        String grant = sent.getOrDefault("grant_type", "");
        if (grant.isEmpty() || !sent.containsKey("client_id") || !sent.containsKey("client_secret")) {
            return error(400, "invalid_request", "The request is missing a required parameter.");
        }
        if (!grant.equals("refresh_token")) {
            return error(400, "unsupported_grant_type", "The authorization grant type is not supported.");
        }
        Instant now = clock.instant();
        Instant ends = secrets.get(sent.get("client_secret"));
        if (!clientId.equals(sent.get("client_id")) || ends == null || !now.isBefore(ends)) {
            return error(401, "invalid_client", "Client authentication failed.");
        }
        if (revoked || !refreshToken.equals(sent.get("refresh_token"))) {
            return error(400, "invalid_grant", "The request has an invalid grant parameter: refresh_token.");
        }
        tokens.values().removeIf(end -> end.plus(TOKEN_MEMORY).isBefore(now));
        issued++;
        String token = "Atza|" + Long.toHexString(issued * 0x9E3779B97F4A7C15L) + "-" + "IwEBI".repeat(60) + issued;
        tokens.put(token, now.plus(TOKEN_LIFE));
        return WireResponse.json(
                        200,
                        JsonNodeFactory.instance
                                .objectNode()
                                .put("access_token", token)
                                .put("token_type", "bearer")
                                .put("expires_in", TOKEN_LIFE.toSeconds())
                                .put("refresh_token", refreshToken)
                                .toString())
                .with("Cache-Control", "no-cache, no-store, must-revalidate");
    }

    /** Why the API does not let a caller with this token in; empty when it does. */
    synchronized Optional<VendorError> objection(Optional<String> token) {
        if (token.isEmpty()) {
            return Optional.of(VendorError.unauthorized("Access token is missing in the request header."));
        }
        Instant ends = tokens.get(token.get());
        if (ends == null) {
            return Optional.of(
                    VendorError.unauthorized("The access token you provided is revoked, malformed or invalid."));
        }
        if (!clock.instant().isBefore(ends)) {
            return Optional.of(expired());
        }
        return revoked
                ? Optional.of(VendorError.forbidden("The seller has not authorized the application."))
                : Optional.empty();
    }

    static VendorError expired() {
        return VendorError.unauthorized("The access token you provided has expired.");
    }

    static WireResponse error(int status, String error, String description) {
        return WireResponse.json(
                status,
                JsonNodeFactory.instance
                        .objectNode()
                        .put("error", error)
                        .put("error_description", description)
                        .toString());
    }

    /** Both forms are taken: the documented one, and the JSON that Amazon's own client sends. */
    private static Map<String, String> body(WireRequest request) {
        Map<String, String> fields = new HashMap<>();
        String type = request.header("content-type").orElse("");
        if (type.startsWith("application/json")) {
            try {
                JsonNode json = JSON.readTree(request.body());
                json.properties()
                        .forEach(field ->
                                fields.put(field.getKey(), field.getValue().asText()));
            } catch (JsonProcessingException e) {
                fields.clear();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        } else if (type.startsWith("application/x-www-form-urlencoded")) {
            for (String pair : request.text().split("&", -1)) {
                int eq = pair.indexOf('=');
                if (eq > 0) {
                    fields.put(
                            URLDecoder.decode(pair.substring(0, eq), StandardCharsets.UTF_8),
                            URLDecoder.decode(pair.substring(eq + 1), StandardCharsets.UTF_8));
                }
            }
        }
        return fields;
    }
}
