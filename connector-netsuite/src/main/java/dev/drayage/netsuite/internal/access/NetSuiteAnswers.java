package dev.drayage.netsuite.internal.access;

import dev.drayage.http.AnswerClassifier;
import dev.drayage.http.ApiResponse;
import dev.drayage.http.Verdict;

/**
 * What NetSuite's answers mean. The concurrency limit is a 429, but was also seen as a 400; a 401 is tried once more with
 * a new token, because overload was seen to answer so. Stateless.
 */
public final class NetSuiteAnswers implements AnswerClassifier {
    private static final int LARGEST_REFUSAL = 20_000;

    /** The classifier. */
    public NetSuiteAnswers() {}

    @Override
    public Verdict classify(ApiResponse answer) {
        return switch (answer.status()) {
            case 429 -> Verdict.throttled();
            case 400 -> isConcurrencyLimit(answer) ? Verdict.throttled() : Verdict.answer();
            case 401 -> Verdict.tokenRejected();
            case 408, 425, 500, 502, 503, 504 -> Verdict.transientFailure();
            default -> Verdict.answer();
        };
    }

    private static boolean isConcurrencyLimit(ApiResponse answer) {
        if (answer.body().length > LARGEST_REFUSAL) {
            return false;
        }
        String text = answer.text();
        return text.contains("CONCURRENCY_LIMIT_EXCEEDED") || text.contains("SSS_REQUEST_LIMIT_EXCEEDED");
    }
}
