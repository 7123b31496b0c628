package dev.drayage.shopify.internal.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drayage.error.ConnectorException;
import dev.drayage.internal.json.Json;
import dev.drayage.internal.json.JsonLimits;
import dev.drayage.internal.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/**
 * An access token with the refresh token for the next one, as the account's state keeps it; never printed. Immutable.
 *
 * @param origin digest of the refresh token of the settings that the chain began with
 * @param access the access token
 * @param refresh the refresh token
 * @param expiresAt when the access token ends
 */
record TokenPair(String origin, String access, String refresh, Instant expiresAt) {
    private static final Json JSON = new Json(new JsonLimits(10_000, 3, 4_000, 20));

    /** The pair in a saved text; empty if it is none, so that the settings' own token is tried. */
    static Optional<TokenPair> parse(String saved) {
        try {
            JsonValue pair = JSON.read(saved.getBytes(StandardCharsets.UTF_8), "saved token");
            return Optional.of(new TokenPair(
                    pair.requiredText("origin"),
                    pair.requiredText("access"),
                    pair.requiredText("refresh"),
                    Instant.parse(pair.requiredText("expiresAt"))));
        } catch (ConnectorException | DateTimeException e) {
            return Optional.empty();
        }
    }

    String save() {
        ObjectNode pair = JSON.object();
        pair.put("origin", origin);
        pair.put("access", access);
        pair.put("refresh", refresh);
        pair.put("expiresAt", expiresAt.toString());
        return new String(JSON.write(pair), StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "token pair until " + expiresAt;
    }
}
