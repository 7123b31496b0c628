package dev.drayage.amazon.internal.api;

import dev.drayage.http.AnswerClassifier;
import dev.drayage.http.ApiResponse;
import dev.drayage.http.QuotaReader;
import dev.drayage.http.Verdict;
import dev.drayage.quota.QuotaObservation;
import java.util.Optional;

/**
 * What Amazon's answers mean. A 403 may be an expired token (its details say so) or a missing role; only the first is
 * worth a new token. A 429 has no {@code Retry-After}; {@code x-amzn-RateLimit-Limit} gives the rate, never the burst,
 * and is often missing (page "Usage plans and rate limits"). Stateless.
 */
final class AmazonAnswers implements AnswerClassifier, QuotaReader {
    private static final String RATE_HEADER = "x-amzn-RateLimit-Limit";

    @Override
    public Verdict classify(ApiResponse answer) {
        return switch (answer.status()) {
            case 429 -> Verdict.throttled();
            case 401 -> Verdict.tokenRejected();
            case 403 -> AmazonError.of(answer).mentions("access token") ? Verdict.tokenRejected() : Verdict.answer();
            case 408, 425, 500, 502, 503, 504 -> Verdict.transientFailure();
            default -> Verdict.answer();
        };
    }

    @Override
    public QuotaObservation read(ApiResponse answer, QuotaObservation seen) {
        Optional<Double> rate = answer.header(RATE_HEADER).flatMap(AmazonAnswers::number);
        return rate.map(seen::withRate).orElse(seen);
    }

    private static Optional<Double> number(String text) {
        try {
            return Optional.of(Double.valueOf(text.strip()));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
