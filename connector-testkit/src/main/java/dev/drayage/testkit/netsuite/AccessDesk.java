package dev.drayage.testkit.netsuite;

import dev.drayage.testkit.wire.WireRequest;
import dev.drayage.testkit.wire.WireResponse;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Hands out access tokens for signed assertions and lets requests in. A token lives one hour by the account's clock and
 * cannot be renewed. Thread-safe.
 */
final class AccessDesk {
    static final String TOKEN_PATH = "/services/rest/auth/oauth2/v1/token";
    static final Duration TOKEN_LIFE = Duration.ofHours(1);

    private static final String ASSERTION_TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    private final AccountSettings settings;
    private final AccountSwitches switches;
    private final ApiCredentials credentials;
    private final TokenSignature signature;
    private final Map<String, Instant> expiry = new HashMap<>();
    private long issued;

    AccessDesk(AccountSettings settings, AccountSwitches switches, ApiCredentials credentials) {
        this.settings = settings;
        this.switches = switches;
        this.credentials = credentials;
        this.signature = new TokenSignature(settings.accountId(), credentials.tokens());
    }

    /** Answers the token endpoint. */
    WireResponse token(WireRequest request) {
        Map<String, String> form = new HashMap<>();
        for (String pair : request.text().split("&", -1)) {
            int eq = pair.indexOf('=');
            if (eq > 0) {
                form.put(pair.substring(0, eq), URLDecoder.decode(pair.substring(eq + 1), StandardCharsets.UTF_8));
            }
        }
        String assertion = form.get("client_assertion");
        if (!request.method().equals("POST")
                || !"client_credentials".equals(form.get("grant_type"))
                || !ASSERTION_TYPE.equals(form.get("client_assertion_type"))
                || assertion == null) {
            return WireResponse.json(400, "{\"error\":\"invalid_request\"}");
        }
        Set<String> audiences = Set.of(
                "https://" + settings.hostLabel() + ".suitetalk.api.netsuite.com" + TOKEN_PATH,
                "http://" + request.header("host").orElse("") + TOKEN_PATH);
        Instant now = settings.clock().instant();
        Optional<String> fault = new ClientAssertion(credentials, audiences).fault(assertion, now);
        if (fault.isPresent() || switches.credentialsRejected()) {
            return WireResponse.json(400, "{\"error\":\"invalid_grant\"}");
        }
        return WireResponse.json(
                200,
                "{\"access_token\":\"" + issue(now) + "\",\"expires_in\":" + TOKEN_LIFE.toSeconds()
                        + ",\"token_type\":\"Bearer\"}");
    }

    /** Lets a request in or refuses it. */
    void admit(WireRequest request) {
        String header = request.header("authorization").orElse("");
        Instant now = settings.clock().instant();
        boolean welcome = !switches.credentialsRejected();
        if (header.startsWith("Bearer ")) {
            welcome &= isAlive(header.substring("Bearer ".length()), now);
        } else if (header.startsWith("OAuth ")) {
            welcome &= signature.accepts(header, request, now);
        } else {
            throw header.isEmpty() ? Refusal.invalidLogin() : Refusal.malformedAuthorization();
        }
        if (!welcome) {
            throw Refusal.invalidLogin();
        }
    }

    /** A token without going through the endpoint. */
    synchronized String issue(Instant now) {
        String token = "eyJ" + settings.hostLabel() + "." + ++issued;
        expiry.put(token, now.plus(TOKEN_LIFE));
        return token;
    }

    /** From now on no token handed out so far is accepted. */
    synchronized void revokeAll() {
        expiry.clear();
    }

    private synchronized boolean isAlive(String token, Instant now) {
        Instant end = expiry.get(token);
        return end != null && now.isBefore(end);
    }
}
