package dev.drayage.netsuite.internal.access;

import dev.drayage.call.CallContext;
import dev.drayage.call.TimeSource;
import dev.drayage.error.AuthorisationException;
import dev.drayage.error.ErrorCode;
import dev.drayage.http.ApiRequest;
import dev.drayage.http.Authorization;
import dev.drayage.http.Authorizer;
import dev.drayage.settings.SecretSource;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * Signs each attempt with consumer and token secrets: token-based authentication, which NetSuite ends for new
 * integrations in 2027.1. Every attempt has a new nonce and the time at which it is sent. Overload was seen to answer
 * like bad credentials, so one refusal is tried again; after a second one nothing is sent for a minute, because five bad
 * logins lock the user. Thread-safe.
 */
public final class TokenBasedAccess implements Authorizer {
    private static final Duration QUIET = Duration.ofMinutes(1);

    private final String realm;
    private final Keys keys;
    private final TimeSource time;
    private final RandomGenerator random;
    private final AtomicReference<Instant> refusedAt = new AtomicReference<>(Instant.MIN);
    private final AtomicReference<Instant> quietUntil = new AtomicReference<>(Instant.MIN);

    /**
     * The four secrets, read anew for each attempt.
     *
     * @param consumerKey names the integration
     * @param consumerSecret signs for the integration
     * @param tokenId names user and role
     * @param tokenSecret signs for user and role
     */
    public record Keys(
            SecretSource consumerKey, SecretSource consumerSecret, SecretSource tokenId, SecretSource tokenSecret) {}

    /** Access of one account, named in upper case with underscore. */
    public TokenBasedAccess(String realm, Keys keys, TimeSource time, RandomGenerator random) {
        this.realm = realm;
        this.keys = keys;
        this.time = time;
        this.random = random;
    }

    @Override
    public Authorization authorize(ApiRequest request, URI uri, CallContext call) {
        Instant now = time.instant();
        if (now.isBefore(quietUntil.get())) {
            throw new AuthorisationException(
                    ErrorCode.CREDENTIALS_REFUSED,
                    "NetSuite refused the token twice; not tried again before " + quietUntil.get()
                            + " because five bad logins lock the user");
        }
        Map<String, String> oauth = new TreeMap<>();
        oauth.put("oauth_consumer_key", keys.consumerKey().current().reveal());
        oauth.put("oauth_token", keys.tokenId().current().reveal());
        oauth.put("oauth_nonce", Nonce.next(random));
        oauth.put("oauth_timestamp", Long.toString(now.getEpochSecond()));
        oauth.put("oauth_signature_method", "HMAC-SHA256");
        oauth.put("oauth_version", "1.0");
        String signature = TokenSignature.sign(
                TokenSignature.baseString(request.method(), uri, oauth),
                keys.consumerSecret().current().reveal(),
                keys.tokenSecret().current().reveal());
        oauth.put("oauth_signature", signature);
        String header = oauth.entrySet().stream()
                .map(entry -> entry.getKey() + "=\"" + TokenSignature.encode(entry.getValue()) + "\"")
                .collect(Collectors.joining(", ", "OAuth realm=\"" + realm + "\", ", ""));
        return Authorization.of(Map.of("Authorization", header));
    }

    @Override
    public boolean renewAfter(Authorization rejected) {
        Instant now = time.instant();
        Instant before = refusedAt.getAndSet(now);
        if (before.plus(QUIET).isAfter(now)) {
            quietUntil.set(now.plus(QUIET));
            return false;
        }
        return true;
    }
}
