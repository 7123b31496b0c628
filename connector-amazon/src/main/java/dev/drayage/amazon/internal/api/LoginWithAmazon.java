package dev.drayage.amazon.internal.api;

import dev.drayage.call.CallContext;
import dev.drayage.error.AuthorisationException;
import dev.drayage.error.ConnectorException;
import dev.drayage.error.ErrorCode;
import dev.drayage.error.UnavailableException;
import dev.drayage.http.AnswerClassifier;
import dev.drayage.http.ApiClient;
import dev.drayage.http.ApiRequest;
import dev.drayage.http.ApiResponse;
import dev.drayage.http.Safety;
import dev.drayage.http.TokenEndpoint;
import dev.drayage.http.Verdict;
import dev.drayage.internal.json.Json;
import dev.drayage.internal.json.JsonLimits;
import dev.drayage.internal.json.JsonValue;
import dev.drayage.settings.Secret;
import dev.drayage.settings.SecretSource;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Access tokens for the seller's refresh token (page "Connect to the Selling Partner API"). The client secret ends 180
 * days after it was made, so it is read anew for each token. A refusal says whether the application's secret or the
 * seller's consent is at fault. Thread-safe.
 */
final class LoginWithAmazon implements TokenEndpoint {
    static final String OPERATION = "requestToken";

    private static final Json JSON = new Json(new JsonLimits(1 << 20, 10, 100_000, 20));
    private static final Duration USUAL_LIFE = Duration.ofHours(1);

    private final ApiClient client;
    private final String clientId;
    private final SecretSource clientSecret;
    private final SecretSource refreshToken;

    /** Tokens from the endpoint that is the base of {@code client}. */
    LoginWithAmazon(ApiClient client, String clientId, SecretSource clientSecret, SecretSource refreshToken) {
        this.client = client;
        this.clientId = clientId;
        this.clientSecret = clientSecret;
        this.refreshToken = refreshToken;
    }

    /** A refusal of the credentials is an answer here, whatever its status. */
    static AnswerClassifier classifier() {
        return answer -> switch (answer.status()) {
            case 429 -> Verdict.throttled();
            case 408, 500, 502, 503, 504 -> Verdict.transientFailure();
            default -> Verdict.answer();
        };
    }

    @Override
    public Issued fetch(CallContext call) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "refresh_token");
        form.put("refresh_token", refreshToken.current().reveal());
        form.put("client_id", clientId);
        form.put("client_secret", clientSecret.current().reveal());
        ApiResponse answer = client.send(
                ApiRequest.post(OPERATION).form(form).safety(Safety.SAFE).build(), call);
        if (answer.status() != 200) {
            throw refused(answer);
        }
        JsonValue token = JSON.read(answer.body(), OPERATION);
        Duration life = token.at("expires_in").whole().map(Duration::ofSeconds).orElse(USUAL_LIFE);
        return new Issued(Secret.of(token.requiredText("access_token")), life);
    }

    private static ConnectorException refused(ApiResponse answer) {
        String error = error(answer);
        String remedy = switch (error) {
            case "invalid_client" ->
                "the client id or secret is wrong or has ended (a secret is good for 180 days): renew it in Seller"
                        + " Central and update login.clientSecret";
            case "invalid_grant" ->
                "the refresh token is wrong or the seller took the consent back: let the seller authorise the"
                        + " application again and update login.refreshToken";
            case "unauthorized_client", "access_denied" ->
                "the application may not ask for tokens of this seller: check its registration";
            default -> "";
        };
        if (remedy.isEmpty() && answer.status() != 400 && answer.status() != 401 && answer.status() != 403) {
            return new UnavailableException(
                    ErrorCode.SERVICE_FAILURE,
                    "Login with Amazon answered with status " + answer.status(),
                    answer.status(),
                    answer.requestId().orElse(null),
                    null);
        }
        return new AuthorisationException(
                ErrorCode.CREDENTIALS_REFUSED,
                "Login with Amazon refused the credentials (" + error + ")" + (remedy.isEmpty() ? "" : ": " + remedy),
                answer.status(),
                answer.requestId().orElse(null),
                null);
    }

    /** Amazon's word for the refusal; only known words are passed on, because the answer might repeat what was sent. */
    private static String error(ApiResponse answer) {
        Optional<String> word;
        try {
            word = JSON.read(answer.body(), OPERATION).text("error");
        } catch (ConnectorException e) {
            word = Optional.empty();
        }
        return word.filter(known -> known.matches("[a-z_]{1,40}")).orElse("status " + answer.status());
    }
}
