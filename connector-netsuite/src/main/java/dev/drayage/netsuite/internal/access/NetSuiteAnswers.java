package dev.drayage.netsuite.internal.access;

import dev.drayage.http.AnswerClassifier;
import dev.drayage.http.ApiResponse;
import dev.drayage.http.Verdict;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What NetSuite's answers mean. The concurrency limit is a 429, but was also seen as a 400; a 401 is tried once more with
 * a new token, because overload was seen to answer so, unless its challenge names another account. Immutable and thread-safe.
 */
public final class NetSuiteAnswers implements AnswerClassifier {
    private static final int LARGEST_REFUSAL = 20_000;

    private static final Pattern REALM = Pattern.compile("realm=\"([^\"]{1,40})\"");

    private final String account;

    /**
     * The classifier of one account.
     *
     * @param account its id as a realm
     */
    public NetSuiteAnswers(String account) {
        this.account = account;
    }

    @Override
    public Verdict classify(ApiResponse answer) {
        return switch (answer.status()) {
            case 429 -> Verdict.throttled();
            case 400 -> isConcurrencyLimit(answer) ? Verdict.throttled() : Verdict.answer();
            case 401 -> isOurs(answer) ? Verdict.tokenRejected() : Verdict.wrongAccount();
            case 408, 425, 500, 502, 503, 504 -> Verdict.transientFailure();
            default -> Verdict.answer();
        };
    }

    /** A challenge names the account that makes it. */
    private boolean isOurs(ApiResponse answer) {
        return answer.headers("WWW-Authenticate").stream()
                .map(REALM::matcher)
                .filter(Matcher::find)
                .allMatch(realm -> AccountHost.realm(realm.group(1)).equals(account));
    }

    private static boolean isConcurrencyLimit(ApiResponse answer) {
        if (answer.body().length > LARGEST_REFUSAL) {
            return false;
        }
        String text = answer.text();
        return text.contains("CONCURRENCY_LIMIT_EXCEEDED") || text.contains("SSS_REQUEST_LIMIT_EXCEEDED");
    }
}
