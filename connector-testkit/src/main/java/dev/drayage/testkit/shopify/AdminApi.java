package dev.drayage.testkit.shopify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.drayage.testkit.wire.Fault;
import dev.drayage.testkit.wire.WireRequest;
import dev.drayage.testkit.wire.WireResponse;
import dev.drayage.testkit.wire.WireServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands in front of GraphQL: path, version, token, form of the body. Every answer gets a request id. Thread-safe.
 */
final class AdminApi implements WireServer.Vendor {
    private static final Pattern GRAPHQL = Pattern.compile("/admin/api/([^/]+)/graphql\\.json");
    private static final String TOKENS = "/admin/oauth/access_token";
    private static final Pattern MUTATION = Pattern.compile("\"query\"\\s*:\\s*\"[^\"]*\\bmutation\\b");
    private static final ObjectMapper JSON = new ObjectMapper().disable(SerializationFeature.FAIL_ON_EMPTY_BEANS);

    private final AppTokens tokens;
    private final GraphQlEngine engine;
    private final Traffic traffic;
    private final Supplier<Scopes> scopes;
    private final AtomicLong answers = new AtomicLong();
    private final AtomicBoolean writesFail = new AtomicBoolean();

    AdminApi(AppTokens tokens, GraphQlEngine engine, Traffic traffic, Supplier<Scopes> scopes) {
        this.tokens = tokens;
        this.engine = engine;
        this.traffic = traffic;
        this.scopes = scopes;
    }

    void writesFail(boolean fail) {
        writesFail.set(fail);
    }

    static boolean isMutation(WireRequest request) {
        return GRAPHQL.matcher(request.path()).matches()
                && MUTATION.matcher(request.text()).find();
    }

    @Override
    public WireResponse answer(WireRequest request) {
        return answered(request).with("X-Request-Id", new UUID(0x5409L, answers.incrementAndGet()).toString());
    }

    @Override
    public WireResponse refusal(Fault fault, WireRequest request) {
        WireResponse answer = switch (fault) {
            case THROTTLED -> GRAPHQL.matcher(request.path()).matches() ? throttled() : http(429, "Too many requests");
            case TOKEN_REJECTED -> unauthorized();
            default -> http(500, "Internal Server Error");
        };
        return answer.with("X-Request-Id", new UUID(0x5409L, answers.incrementAndGet()).toString());
    }

    private WireResponse answered(WireRequest request) {
        if (!request.method().equals("POST")) {
            return http(request.method().equals("GET") ? 404 : 405, "Not Found");
        }
        if (request.path().equals(TOKENS)) {
            return tokens.answer(request, String.join(",", scopes.get().granted()));
        }
        Matcher path = GRAPHQL.matcher(request.path());
        Optional<ApiVersion> version = path.matches() ? ApiVersion.answering(path.group(1)) : Optional.empty();
        if (version.isEmpty()) {
            return http(404, "Not Found");
        }
        if (!request.header("X-Shopify-Access-Token").map(tokens::accepts).orElse(false)) {
            return unauthorized();
        }
        if (writesFail.get() && isMutation(request)) {
            return http(503, "Service Unavailable");
        }
        return graphQl(version.get(), request)
                .with("X-Shopify-API-Version", version.get().text());
    }

    private WireResponse graphQl(ApiVersion version, WireRequest request) {
        try {
            JsonNode body = JSON.readTree(request.body());
            if (!body.path("query").isTextual()) {
                return http(400, "Required parameter missing or invalid");
            }
            Map<String, Object> variables = variables(body.path("variables"));
            Optional<String> operation = Optional.of(body.path("operationName").asText(""))
                    .filter(name -> !name.isEmpty() && !name.equals("null"));
            return WireResponse.json(
                    200,
                    JSON.writeValueAsString(
                            engine.answer(version, body.path("query").asText(), operation, variables)));
        } catch (JsonProcessingException e) {
            return http(400, "Bad Request");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SuppressWarnings("unchecked") // a JSON object has names as keys
    private static Map<String, Object> variables(JsonNode node) {
        return node.isObject() ? JSON.convertValue(node, LinkedHashMap.class) : Map.of();
    }

    private WireResponse throttled() {
        traffic.refused("THROTTLED");
        return json(200, engine.throttled(100));
    }

    private WireResponse unauthorized() {
        return http(401, "[API] Invalid API key or access token (unrecognized login or wrong password)");
    }

    private WireResponse http(int status, String message) {
        traffic.refused("HTTP " + status);
        return json(status, Map.of("errors", message));
    }

    private static WireResponse json(int status, Map<String, Object> body) {
        try {
            return WireResponse.json(status, JSON.writeValueAsString(body));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
