package dev.drayage.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drayage.settings.Secret;
import dev.drayage.settings.SecretSource;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Secrets and buyers' data are in no log line and in no exception, down to the last cause. */
class SilenceTest {
    private static final String SECRET = "hush-4711";
    private static final String BUYER = "Erika.Mustermann";

    private final HttpSetup setup = new HttpSetup();
    private final RecordingLog log = new RecordingLog();

    private ApiRequest request(Safety safety) {
        return ApiRequest.post("createOrder")
                .path("/orders")
                .query("email", BUYER)
                .query("sig", SECRET)
                .header("X-Extra", SECRET)
                .json((BUYER + SECRET).getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .safety(safety)
                .build();
    }

    private void assertSilent(Throwable thrown) {
        StringWriter trace = new StringWriter();
        thrown.printStackTrace(new PrintWriter(trace));
        assertThat(trace.toString() + log.lines()).doesNotContain(SECRET).doesNotContain(BUYER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\nErika.Mustermann",
                "HTTP/1.1 500 Erika.Mustermann\r\nContent-Length: 16\r\n\r\nErika.Mustermann",
                "HTTP/1.1 401 X\r\nContent-Length: 16\r\n\r\nErika.Mustermann",
                "HTTP/1.1 429 X\r\nRetry-After: 999\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 16\r\n\r\nErika.Mustermann",
                ""
            })
    void no_failure_shows_a_secret_a_query_value_or_a_body(String answer) {
        for (Safety safety : Safety.values()) {
            try (RawServer server = new RawServer((connection, received) -> {
                connection.send(answer);
                connection.hangUp();
            })) {
                ApiClient client = setup.client(server.base())
                        .retries(RetryLimits.none())
                        .authorizer(Authorizer.header("Authorization", SecretSource.fixed("Bearer " + SECRET)))
                        .log(log)
                        .build();
                assertThatThrownBy(() -> client.send(request(safety), setup.call()))
                        .satisfies(this::assertSilent);
            }
        }
        assertThat(log.lines()).isNotEmpty();
    }

    @Test
    void a_header_that_cannot_be_sent_is_named_without_its_value() {
        ApiClient client = setup.client(URI.create("http://127.0.0.1:1"))
                .authorizer(Authorizer.header("Authorization", SecretSource.fixed(SECRET + "\n")))
                .log(log)
                .build();
        assertThatThrownBy(() -> client.send(request(Safety.SAFE), setup.call()))
                .hasMessageContaining("Authorization")
                .satisfies(this::assertSilent);
    }

    @Test
    void an_address_that_cannot_be_parsed_or_is_not_allowed_is_not_shown() {
        ApiClient client =
                setup.client(URI.create("http://127.0.0.1:1")).log(log).build();
        ApiRequest bad = ApiRequest.get("x").path("/a b?email=" + BUYER).build();
        assertThatThrownBy(() -> client.send(bad, setup.call())).satisfies(this::assertSilent);
        ApiRequest foreign = ApiRequest.get("x")
                .uri(URI.create("https://example.net/?token=" + SECRET))
                .build();
        assertThatThrownBy(() -> client.send(foreign, setup.call())).satisfies(this::assertSilent);
    }

    @Test
    void a_log_line_names_operation_host_status_and_request_id() {
        try (RawServer server = RawServer.answering(RawServer.response(200, "X-Request-Id: r-9\r\n", BUYER))) {
            setup.client(server.base()).log(log).build().send(request(Safety.SAFE), setup.call());
            assertThat(log.lines())
                    .singleElement()
                    .asString()
                    .contains("createOrder", "127.0.0.1", "200", "r-9", " ms");
        }
    }

    @Test
    void values_that_carry_secrets_print_as_stars() {
        Authorization authorization = Authorization.of(Map.of("Authorization", SECRET), Secret.of(SECRET));
        TokenEndpoint.Issued issued = new TokenEndpoint.Issued(Secret.of(SECRET), Duration.ofHours(1));
        assertThat(authorization + " " + issued + " " + request(Safety.WRITE))
                .doesNotContain(SECRET)
                .doesNotContain(BUYER);
    }

    @Test
    void redaction_shows_names_and_hides_values() {
        assertThat(Redaction.uri(URI.create("https://u:p@h.example:8443/a/1?b=" + SECRET + "&" + SECRET + "#f")))
                .isEqualTo("https://h.example:8443/a/1?b=***&***");
        assertThat(Redaction.headers(Map.of("authorization", SECRET, "Content-Type", "text/plain")))
                .containsEntry("Authorization", "***")
                .containsEntry("content-type", "text/plain");
    }
}
