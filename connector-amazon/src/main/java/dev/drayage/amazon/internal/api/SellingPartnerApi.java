package dev.drayage.amazon.internal.api;

import dev.drayage.call.CallContext;
import dev.drayage.call.Cancellation;
import dev.drayage.error.AuthorisationException;
import dev.drayage.error.ErrorCode;
import dev.drayage.error.UnavailableException;
import dev.drayage.http.ApiClient;
import dev.drayage.http.ApiRequest;
import dev.drayage.http.ApiResponse;
import dev.drayage.http.BearerTokens;
import dev.drayage.internal.json.Json;
import dev.drayage.internal.json.JsonLimits;
import dev.drayage.internal.json.JsonValue;
import dev.drayage.model.AccountId;
import dev.drayage.quota.QuotaBudget;
import dev.drayage.quota.RateBudget;
import dev.drayage.spi.ConnectorContext;
import java.util.Optional;

/**
 * The API of one seller in one region: every call carries the access token and the user agent, draws on its operation's
 * bucket, and ends when the account is closed. Thread-safe.
 */
public final class SellingPartnerApi implements AutoCloseable {
    private static final String REQUEST_ID = "x-amzn-RequestId";

    private final Json json = new Json(JsonLimits.standard());
    private final Cancellation closing = new Cancellation();
    private final ApiClient client;
    private final BearerTokens tokens;

    private SellingPartnerApi(ApiClient client, BearerTokens tokens) {
        this.client = client;
        this.tokens = tokens;
    }

    /** The API as the settings describe it; nothing is called yet. */
    public static SellingPartnerApi open(ApiOptions options, AccountId account, ConnectorContext context) {
        ApiClient login = ApiClient.builder(options.login(), context.http(), context.time())
                .random(context.random())
                .header("User-Agent", UserAgent.of(options.applicationName(), options.applicationVersion()))
                .classifier(LoginWithAmazon.classifier())
                .requestIdHeaders(REQUEST_ID, "X-Request-Id")
                .maxAnswerBytes(1 << 20)
                .build();
        BearerTokens tokens = BearerTokens.builder(
                        new LoginWithAmazon(login, options.clientId(), options.clientSecret(), options.refreshToken()),
                        context.time())
                .inHeader("x-amz-access-token")
                .build();
        QuotaBudget budget = new RateBudget(
                new UsagePlans(options.rates()).quota(), context.time(), new RememberedLevels(context.state(account)));
        AmazonAnswers answers = new AmazonAnswers();
        ApiClient client = ApiClient.builder(options.api(), context.http(), context.time())
                .random(context.random())
                .header("User-Agent", UserAgent.of(options.applicationName(), options.applicationVersion()))
                .header("Accept", "application/json")
                .authorizer(tokens)
                .quota(budget)
                .classifier(answers)
                .requestIdHeaders(REQUEST_ID, "X-Request-Id")
                .quotaReader(answers)
                .build();
        return new SellingPartnerApi(client, tokens);
    }

    /** Asks for a token, if none is at hand: proves the credentials. */
    public void login(CallContext call) {
        bounded(call, tokens::token);
    }

    /**
     * Sends a request; any answer but a refusal of the credentials or role is the caller's to judge.
     *
     * @throws AuthorisationException for 403 that a new token does not cure
     */
    public ApiResponse send(ApiRequest request, CallContext call) {
        ApiResponse answer = bounded(call, within -> client.send(request, within));
        if (answer.status() == 403) {
            throw new AuthorisationException(
                    ErrorCode.PERMISSION_MISSING,
                    request.operation() + " was refused ("
                            + AmazonError.of(answer).text()
                            + "): the application lacks a role, the seller has not authorised it, or the region is wrong",
                    answer.status(),
                    answer.requestId().orElse(null),
                    null);
        }
        return answer;
    }

    /** The answer of a successful read. */
    public JsonValue read(ApiRequest request, CallContext call) {
        return read(request, send(request, call));
    }

    /** The answer of a successful read; empty if Amazon knows no such thing (404). */
    public Optional<JsonValue> find(ApiRequest request, CallContext call) {
        ApiResponse answer = send(request, call);
        return answer.status() == 404 ? Optional.empty() : Optional.of(read(request, answer));
    }

    /** The body of an answer to a read; a refusal is an outage of the source, since no single record is at fault. */
    public JsonValue read(ApiRequest request, ApiResponse answer) {
        if (answer.status() != 200) {
            throw new UnavailableException(
                    ErrorCode.SERVICE_FAILURE,
                    request.operation() + " was refused with status " + answer.status() + ": "
                            + AmazonError.of(answer).text(),
                    answer.status(),
                    answer.requestId().orElse(null),
                    null);
        }
        return json.read(answer.body(), request.operation());
    }

    /** Reads and writes JSON. */
    public Json json() {
        return json;
    }

    /** Cancels what is under way and refuses what comes later. */
    @Override
    public void close() {
        closing.cancel();
    }

    private <T> T bounded(CallContext call, Step<T> step) {
        Cancellation either = new Cancellation();
        AutoCloseable byCaller = call.cancellation().onCancel(either::cancel);
        AutoCloseable byClosing = closing.onCancel(either::cancel);
        try {
            return step.take(call.cancelledBy(either));
        } finally {
            end(byCaller);
            end(byClosing);
        }
    }

    private static void end(AutoCloseable listening) {
        try {
            listening.close();
        } catch (Exception e) {
            throw new IllegalStateException("a cancellation listener could not be removed", e);
        }
    }

    private interface Step<T> {
        T take(CallContext call);
    }
}
