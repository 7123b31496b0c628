package dev.drayage.shopify.internal.api;

import dev.drayage.error.ConnectorException;
import dev.drayage.http.AnswerClassifier;
import dev.drayage.http.ApiResponse;
import dev.drayage.http.QuotaReader;
import dev.drayage.http.Verdict;
import dev.drayage.internal.json.Json;
import dev.drayage.internal.json.JsonLimits;
import dev.drayage.quota.QuotaObservation;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;

/**
 * What Shopify's answers mean. Out of points is told inside a 200 ({@code THROTTLED}), with the points that would have been
 * needed; so is a failure of Shopify's own ({@code INTERNAL_SERVER_ERROR}), which leaves open whether a mutation was carried
 * out. Each body is parsed once, for everybody who asks. Thread-safe.
 */
final class ShopifyAnswers implements AnswerClassifier, QuotaReader {
    static final int LARGEST = 32 << 20;

    private static final int OK = 200;
    private static final JsonLimits LIMITS = new JsonLimits(LARGEST, 60, 4_000_000, 60);

    private final Json json = new Json(LIMITS);
    private final Map<ApiResponse, Optional<Envelope>> parsed = Collections.synchronizedMap(new WeakHashMap<>());

    Json json() {
        return json;
    }

    /** The parsed body; empty if it is none. */
    Optional<Envelope> envelope(ApiResponse answer) {
        Optional<Envelope> known = parsed.get(answer);
        if (known != null) {
            return known;
        }
        Optional<Envelope> envelope = parse(answer);
        parsed.put(answer, envelope);
        return envelope;
    }

    private Optional<Envelope> parse(ApiResponse answer) {
        try {
            return Optional.of(Envelope.of(json.read(answer.body(), "Shopify")));
        } catch (ConnectorException e) {
            return Optional.empty();
        }
    }

    @Override
    public Verdict classify(ApiResponse answer) {
        return switch (answer.status()) {
            case OK -> envelope(answer).map(ShopifyAnswers::verdict).orElse(Verdict.answer());
            case 429 -> Verdict.throttled();
            case 401 -> Verdict.tokenRejected();
            case 408, 425, 500, 502, 503, 504 -> Verdict.transientFailure();
            default -> Verdict.answer();
        };
    }

    private static Verdict verdict(Envelope envelope) {
        if (envelope.has(TopLevelError.Kind.THROTTLED)) {
            return envelope.cost().map(cost -> Verdict.throttled(cost.pause())).orElseGet(Verdict::throttled);
        }
        return envelope.has(TopLevelError.Kind.FAILED) ? Verdict.transientFailure() : Verdict.answer();
    }

    @Override
    public QuotaObservation read(ApiResponse answer, QuotaObservation seen) {
        return answer.status() == OK
                ? envelope(answer)
                        .flatMap(Envelope::cost)
                        .map(cost -> cost.addTo(seen))
                        .orElse(seen)
                : seen;
    }
}
