package dev.drayage.netsuite.internal.access;

import dev.drayage.internal.json.Json;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.random.RandomGenerator;

/**
 * The signed text that buys a token (help: "POST Request to the Token Endpoint and the Access Token Response"). It is
 * good for a few minutes; NetSuite takes none that is good for an hour or more. Immutable and thread-safe.
 *
 * @param clientId issuer
 * @param certificateId key id
 * @param audience the token address that it is posted to
 */
record ClientAssertion(String clientId, String certificateId, URI audience) {
    private static final Duration LIFE = Duration.ofMinutes(5);
    private static final String SCOPE = "rest_webservices";

    /** The assertion, signed now. */
    String signed(SigningKey key, Json json, Instant now, RandomGenerator random) {
        byte[] header = json.write(
                json.object().put("typ", "JWT").put("alg", key.algorithm()).put("kid", certificateId));
        byte[] claims = json.write(json.object()
                .put("iss", clientId)
                .put("scope", SCOPE)
                .put("aud", audience.toString())
                .put("iat", now.getEpochSecond())
                .put("exp", now.plus(LIFE).getEpochSecond())
                .put("jti", Nonce.next(random)));
        String text = encode(header) + "." + encode(claims);
        return text + "." + encode(key.sign(text));
    }

    private static String encode(byte[] bytes) {
        return new String(Base64.getUrlEncoder().withoutPadding().encode(bytes), StandardCharsets.US_ASCII);
    }
}
