package dev.drayage.http;

/**
 * Says what an answer of one vendor means, where the status code alone does not: NetSuite's concurrency limit inside a
 * 400, Shopify's {@code Throttled} inside a 200. Implementations are thread-safe and do not throw.
 */
@FunctionalInterface
public interface AnswerClassifier {

    /** The meaning of an answer. */
    Verdict classify(ApiResponse answer);

    /** By status: 429 throttled; 401 token rejected; 408, 425, 500, 502, 503 and 504 transient; all others are answers. */
    static AnswerClassifier byStatus() {
        return answer -> switch (answer.status()) {
            case 429 -> Verdict.throttled();
            case 401 -> Verdict.tokenRejected();
            case 408, 425, 500, 502, 503, 504 -> Verdict.transientFailure();
            default -> Verdict.answer();
        };
    }
}
