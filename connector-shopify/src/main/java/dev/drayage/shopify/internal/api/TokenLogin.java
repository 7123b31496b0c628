package dev.drayage.shopify.internal.api;

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
import dev.drayage.http.Verdict;
import dev.drayage.internal.json.Json;
import dev.drayage.internal.json.JsonLimits;
import dev.drayage.internal.json.JsonValue;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * The shop's token endpoint, {@code /admin/oauth/access_token}. Asking twice does no harm: a refresh token stays good until
 * the one that replaced it is first used. Thread-safe.
 */
final class TokenLogin {
    static final String PATH = "/admin/oauth/access_token";

    private static final String OPERATION = "accessToken";
    private static final Json JSON = new Json(new JsonLimits(1 << 20, 10, 100_000, 20));

    private final ApiClient client;

    /** A login at the shop that is the base of {@code client}. */
    TokenLogin(ApiClient client) {
        this.client = client;
    }

    /** A refusal of the credentials is an answer here, whatever its status. */
    static AnswerClassifier classifier() {
        return answer -> switch (answer.status()) {
            case 429 -> Verdict.throttled();
            case 408, 500, 502, 503, 504 -> Verdict.transientFailure();
            default -> Verdict.answer();
        };
    }

    /**
     * A token for the given grant.
     *
     * @param usualLife how long a token lasts if the answer does not say
     * @throws AuthorisationException if the credentials are refused
     */
    Granted ask(Map<String, String> form, Duration usualLife, CallContext call) {
        ApiResponse answer = client.send(
                ApiRequest.post(OPERATION)
                        .path(PATH)
                        .form(form)
                        .safety(Safety.SAFE)
                        .build(),
                call);
        if (answer.status() != 200) {
            throw refused(answer);
        }
        JsonValue token = JSON.read(answer.body(), OPERATION);
        return new Granted(
                token.requiredText("access_token"),
                token.at("expires_in").whole().map(Duration::ofSeconds).orElse(usualLife),
                token.text("refresh_token"));
    }

    /**
     * What was granted; never printed.
     *
     * @param token the access token
     * @param life how long it lasts
     * @param refreshToken the refresh token for the next one, where there is one
     */
    record Granted(String token, Duration life, Optional<String> refreshToken) {
        @Override
        public String toString() {
            return "granted for " + life;
        }
    }

    private static ConnectorException refused(ApiResponse answer) {
        String error = error(answer);
        String remedy = switch (error) {
            case "invalid_client", "application_cannot_be_found" ->
                "the app's client id or secret is wrong: correct app.clientId and app.clientSecret";
            case "invalid_grant", "invalid_request" ->
                "the refresh token is not good any more, or the app was taken off the shop: install it again and set"
                        + " app.refreshToken anew";
            case "shop_not_permitted" ->
                "the app and the shop belong to different organisations, so it cannot ask for tokens by itself: install"
                        + " it and set app.refreshToken";
            default -> "";
        };
        boolean elsewhere = answer.status() >= 300 && answer.status() < 400;
        if (elsewhere || answer.status() == 404) {
            return new AuthorisationException(
                    ErrorCode.WRONG_ACCOUNT,
                    "no shop answers under this name (status " + answer.status() + "): correct shop.domain",
                    answer.status(),
                    answer.requestId().orElse(null),
                    null);
        }
        if (remedy.isEmpty() && answer.status() != 400 && answer.status() != 401 && answer.status() != 403) {
            return new UnavailableException(
                    ErrorCode.SERVICE_FAILURE,
                    "the shop's token endpoint answered with status " + answer.status(),
                    answer.status(),
                    answer.requestId().orElse(null),
                    null);
        }
        return new AuthorisationException(
                ErrorCode.CREDENTIALS_REFUSED,
                "Shopify refused the app's credentials (" + error + ")" + (remedy.isEmpty() ? "" : ": " + remedy),
                answer.status(),
                answer.requestId().orElse(null),
                null);
    }

    /** Shopify's word for the refusal; only words are passed on, because the answer might repeat what was sent. */
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
