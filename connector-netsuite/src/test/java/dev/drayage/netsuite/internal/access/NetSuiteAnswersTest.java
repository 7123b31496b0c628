package dev.drayage.netsuite.internal.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.http.ApiResponse;
import dev.drayage.http.Verdict;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NetSuiteAnswersTest {
    private static Verdict.Kind kind(int status, String body) {
        return new NetSuiteAnswers("1234567_SB1")
                .classify(new ApiResponse(status, Map.of(), body.getBytes(StandardCharsets.UTF_8), null))
                .kind();
    }

    @Test
    void the_concurrency_limit_hides_in_a_400_too() {
        assertThat(kind(429, "")).isEqualTo(Verdict.Kind.THROTTLED);
        assertThat(kind(400, "{\"o:errorDetails\":[{\"o:errorCode\":\"CONCURRENCY_LIMIT_EXCEEDED\"}]}"))
                .isEqualTo(Verdict.Kind.THROTTLED);
        assertThat(kind(400, "{\"o:errorDetails\":[{\"o:errorCode\":\"USER_ERROR\"}]}"))
                .isEqualTo(Verdict.Kind.ANSWER);
    }

    @Test
    void a_challenge_that_names_another_account_is_no_matter_of_tokens() {
        assertThat(challenged("1234567-sb1")).isEqualTo(Verdict.Kind.TOKEN_REJECTED);
        assertThat(challenged("7654321")).isEqualTo(Verdict.Kind.WRONG_ACCOUNT);
    }

    private static Verdict.Kind challenged(String realm) {
        String challenge = "Bearer realm=\"" + realm + "\", error=\"invalid_token\"";
        return new NetSuiteAnswers("1234567_SB1")
                .classify(new ApiResponse(401, Map.of("WWW-Authenticate", List.of(challenge)), new byte[0], null))
                .kind();
    }

    @Test
    void other_answers_mean_what_they_say() {
        assertThat(kind(204, "")).isEqualTo(Verdict.Kind.ANSWER);
        assertThat(kind(401, "")).isEqualTo(Verdict.Kind.TOKEN_REJECTED);
        assertThat(kind(403, "")).isEqualTo(Verdict.Kind.ANSWER);
        assertThat(kind(500, "")).isEqualTo(Verdict.Kind.TRANSIENT);
    }
}
