package dev.drayage.netsuite.internal.access;

import dev.drayage.call.CallContext;
import dev.drayage.error.AuthorisationException;
import dev.drayage.error.ErrorCode;
import dev.drayage.error.UnavailableException;
import dev.drayage.http.ApiClient;
import dev.drayage.http.ApiRequest;
import dev.drayage.http.ApiResponse;
import dev.drayage.http.Safety;
import dev.drayage.http.TokenEndpoint;
import dev.drayage.http.Verdict;
import dev.drayage.internal.json.Json;
import dev.drayage.internal.json.JsonValue;
import dev.drayage.settings.Secret;
import dev.drayage.settings.SecretSource;
import dev.drayage.spi.ConnectorContext;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Buys tokens with a signed assertion: OAuth 2.0 client credentials (help: "OAuth 2.0 Client Credentials Flow"). The
 * token address is not part of the account's concurrency pool. Thread-safe.
 */
public final class ClientCredentials implements TokenEndpoint {
    private static final String OPERATION = "token";
    private static final String PATH = "/services/rest/auth/oauth2/v1/token";

    private final ApiClient http;
    private final ClientAssertion assertion;
    private final SecretSource privateKey;
    private final Json json;
    private final ConnectorContext context;

    /** Credentials of the account at {@code base}; the key is read anew for each token. */
    public ClientCredentials(
            URI base,
            String clientId,
            String certificateId,
            SecretSource privateKey,
            Json json,
            ConnectorContext context) {
        this.http = ApiClient.builder(base, context.http(), context.time())
                .random(context.random())
                .classifier(answer -> switch (answer.status()) {
                    case 429 -> Verdict.throttled();
                    case 500, 502, 503, 504 -> Verdict.transientFailure();
                    default -> Verdict.answer();
                })
                .build();
        this.assertion = new ClientAssertion(
                clientId, certificateId, URI.create(base.toString().replaceAll("/+$", "") + PATH));
        this.privateKey = privateKey;
        this.json = json;
        this.context = context;
    }

    @Override
    public Issued fetch(CallContext call) {
        SigningKey key = SigningKey.ofPem(privateKey.current());
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "client_credentials");
        form.put("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
        form.put("client_assertion", assertion.signed(key, json, context.time().instant(), context.random()));
        ApiRequest request = ApiRequest.post(OPERATION)
                .path(PATH)
                .form(form)
                .safety(Safety.SAFE)
                .build();
        ApiResponse answer = http.send(request, call);
        if (!answer.isSuccess()) {
            throw new AuthorisationException(
                    ErrorCode.CREDENTIALS_REFUSED,
                    "NetSuite gave no token: status " + answer.status() + error(answer)
                            + "; check client id, certificate id, role and the certificate's end of validity",
                    answer.status(),
                    answer.requestId().orElse(null),
                    null);
        }
        JsonValue token = json.read(answer.body(), OPERATION);
        int seconds = token.at("expires_in").whole().orElse(3600);
        return new Issued(Secret.of(token.requiredText("access_token")), Duration.ofSeconds(Math.max(1, seconds)));
    }

    private String error(ApiResponse answer) {
        try {
            return json.read(answer.body(), OPERATION)
                    .text("error")
                    .filter(code -> code.matches("[a-z_]{1,40}"))
                    .map(code -> " " + code)
                    .orElse("");
        } catch (UnavailableException e) {
            return "";
        }
    }
}
