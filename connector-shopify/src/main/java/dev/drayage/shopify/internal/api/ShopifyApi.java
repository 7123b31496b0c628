package dev.drayage.shopify.internal.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drayage.call.CallContext;
import dev.drayage.call.Cancellation;
import dev.drayage.error.AuthorisationException;
import dev.drayage.error.DefectException;
import dev.drayage.error.OutcomeUnknownException;
import dev.drayage.error.ThrottledException;
import dev.drayage.error.UnavailableException;
import dev.drayage.http.ApiClient;
import dev.drayage.http.ApiRequest;
import dev.drayage.http.ApiResponse;
import dev.drayage.http.Authorizer;
import dev.drayage.http.BearerTokens;
import dev.drayage.http.Safety;
import dev.drayage.http.TokenEndpoint;
import dev.drayage.internal.json.Json;
import dev.drayage.model.AccountId;
import dev.drayage.quota.QuotaPlan;
import dev.drayage.quota.RateBudget;
import dev.drayage.quota.RatePlan;
import dev.drayage.shopify.internal.graphql.Document;
import dev.drayage.spi.ConnectorContext;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * The Admin API of one shop: every call carries the access token, draws its price from the shop's one bucket of points, and
 * ends when the account is closed. Thread-safe.
 */
public final class ShopifyApi implements AutoCloseable {
    private static final String TOKEN = "X-Shopify-Access-Token";
    private static final String REQUEST_ID = "X-Request-Id";
    /** What the smallest plan grants; the first answer corrects it. */
    private static final RatePlan STANDARD = RatePlan.bucket(100, 2_000);

    private final Cancellation closing = new Cancellation();
    private final LearntCosts costs = new LearntCosts();
    private final Deprecations deprecations = new Deprecations();
    private final ApiClient client;
    private final AnswerReader reader;
    private final Json json;

    private ShopifyApi(ApiClient client, AnswerReader reader, Json json) {
        this.client = client;
        this.reader = reader;
        this.json = json;
    }

    /** The API as the options describe it; nothing is called yet. */
    public static ShopifyApi open(ApiOptions options, AccountId account, ConnectorContext context) {
        ShopifyAnswers answers = new ShopifyAnswers();
        String root = options.base().toString().replaceAll("/+$", "");
        ApiClient client = ApiClient.builder(
                        URI.create(root + "/admin/api/" + options.version()), context.http(), context.time())
                .random(context.random())
                .header("Accept", "application/json")
                .authorizer(authorizer(options, account, context))
                .quota(new RateBudget(QuotaPlan.shared("points", STANDARD), context.time()))
                .classifier(answers)
                .quotaReader(answers)
                .requestIdHeaders(REQUEST_ID)
                .maxAnswerBytes(ShopifyAnswers.LARGEST)
                .build();
        return new ShopifyApi(client, new AnswerReader(answers, options.version()), answers.json());
    }

    private static Authorizer authorizer(ApiOptions options, AccountId account, ConnectorContext context) {
        if (options.credentials() instanceof Credentials.FixedToken fixed) {
            return Authorizer.header(TOKEN, fixed.token());
        }
        TokenLogin login = new TokenLogin(ApiClient.builder(options.base(), context.http(), context.time())
                .random(context.random())
                .header("Accept", "application/json")
                .classifier(TokenLogin.classifier())
                .requestIdHeaders(REQUEST_ID)
                .maxAnswerBytes(1 << 20)
                .build());
        TokenEndpoint endpoint = options.credentials() instanceof Credentials.InstalledApp installed
                ? new TokenRotation(login, installed, context.state(account), context.time())
                : new ClientCredentials(login, (Credentials.OwnApp) options.credentials());
        return BearerTokens.builder(endpoint, context.time())
                .inHeader(TOKEN)
                .renewBefore(Duration.ofMinutes(10))
                .build();
    }

    /**
     * Sends a document and reads the answer.
     *
     * @return the answer; it may be partial, and a mutation in it may have been refused by a rule of the shop
     * @throws ThrottledException if there are not enough points before the deadline; nothing was carried out
     * @throws AuthorisationException if the credentials are refused, or the app lacks access to all that was asked
     * @throws UnavailableException if Shopify could not answer
     * @throws OutcomeUnknownException if a mutation was sent and no usable answer came
     * @throws DefectException if the document does not fit, or a filter was not understood
     */
    public Answer execute(Document document, Variables variables, CallContext call) {
        ObjectNode body = json.object();
        body.put("query", document.text());
        body.put("operationName", document.name());
        body.set("variables", variables.values());
        ApiRequest request = ApiRequest.post(document.name())
                .path("/graphql.json")
                .json(json.write(body))
                .cost(costs.of(document, variables))
                .safety(document.isMutation() ? Safety.WRITE : Safety.SAFE)
                .build();
        ApiResponse response = bounded(call, request);
        deprecations.notice(document, response);
        Answer answer = reader.read(document, response);
        answer.cost().ifPresent(cost -> costs.learn(document, variables, cost));
        return answer;
    }

    /** What Shopify said will end, as far as it was used. */
    public List<String> deprecations() {
        return deprecations.all();
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

    private ApiResponse bounded(CallContext call, ApiRequest request) {
        Cancellation either = new Cancellation();
        AutoCloseable byCaller = call.cancellation().onCancel(either::cancel);
        AutoCloseable byClosing = closing.onCancel(either::cancel);
        try {
            return client.send(request, call.cancelledBy(either));
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
}
