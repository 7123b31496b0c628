package dev.drayage.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drayage.error.ErrorCode;
import dev.drayage.error.OutcomeUnknownException;
import dev.drayage.error.ThrottledException;
import dev.drayage.error.UnavailableException;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Guarantee G2 at the wire: a write goes out at most once unless the first one provably did nothing. */
class SafetyTest {
    private final HttpSetup setup = new HttpSetup();

    @Test
    void a_read_is_tried_again_after_a_broken_connection() {
        try (RawServer server = new RawServer((connection, request) -> {
            if (request.number() < 3) {
                connection.reset();
            } else {
                connection.send(RawServer.response(200, "", "fine"));
            }
        })) {
            ApiResponse answer = setup.client(server.base()).build().send(HttpSetup.read(), setup.call());
            assertThat(answer.text()).isEqualTo("fine");
            assertThat(server.received()).hasSizeBetween(3, 4);
        }
    }

    @Test
    void a_write_whose_connection_breaks_after_it_was_sent_is_an_unknown_outcome() {
        try (RawServer server = new RawServer((connection, request) -> connection.hangUp())) {
            ApiClient client = setup.client(server.base()).build();
            assertThatThrownBy(() -> client.send(HttpSetup.write(), setup.call()))
                    .isInstanceOf(OutcomeUnknownException.class)
                    .hasMessageContaining("createOrder");
            assertThat(server.received()).hasSize(1);
        }
    }

    @Test
    void a_write_that_is_reset_is_an_unknown_outcome() {
        try (RawServer server = new RawServer((connection, request) -> connection.reset())) {
            ApiClient client = setup.client(server.base()).build();
            assertThatThrownBy(() -> client.send(HttpSetup.write(), setup.call()))
                    .isInstanceOf(OutcomeUnknownException.class);
            assertThat(server.received()).hasSize(1);
        }
    }

    @Test
    void a_write_on_a_kept_connection_that_the_server_drops_is_an_unknown_outcome_too() {
        try (RawServer server = new RawServer((connection, request) -> {
            if (request.number() == 1) {
                connection.send(RawServer.response(200, "", "first"));
            } else {
                connection.hangUp();
            }
        })) {
            ApiClient client = setup.client(server.base()).build();
            client.send(HttpSetup.write(), setup.call());
            assertThatThrownBy(() -> client.send(HttpSetup.write(), setup.call()))
                    .isInstanceOf(OutcomeUnknownException.class);
            assertThat(server.received()).hasSize(2);
        }
    }

    @Test
    void a_write_that_was_answered_in_half_is_an_unknown_outcome() {
        try (RawServer server = new RawServer((connection, request) -> {
            connection.send("HTTP/1.1 201 Created\r\nContent-Length: 100\r\n\r\nhalf");
            connection.hangUp();
        })) {
            ApiClient client = setup.client(server.base()).build();
            assertThatThrownBy(() -> client.send(HttpSetup.write(), setup.call()))
                    .isInstanceOfSatisfying(OutcomeUnknownException.class, e -> {
                        assertThat(e.httpStatus()).contains(201);
                        assertThat(e.code()).isEqualTo(ErrorCode.OUTCOME_UNKNOWN);
                    });
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504})
    void a_write_that_the_service_answers_with_its_own_failure_is_an_unknown_outcome(int status) {
        try (RawServer server = RawServer.answering(RawServer.response(status, "X-Request-Id: r1\r\n", "oops"))) {
            ApiClient client = setup.client(server.base()).build();
            assertThatThrownBy(() -> client.send(HttpSetup.write(), setup.call()))
                    .isInstanceOfSatisfying(OutcomeUnknownException.class, e -> {
                        assertThat(e.httpStatus()).contains(status);
                        assertThat(e.requestId()).contains("r1");
                    });
            assertThat(server.received()).hasSize(1);
        }
    }

    @Test
    void a_write_that_no_answer_comes_to_in_time_is_an_unknown_outcome() {
        try (RawServer server = new RawServer((connection, request) -> {})) {
            ApiClient client = setup.client(server.base())
                    .attemptLimit(Duration.ofMillis(200))
                    .build();
            assertThatThrownBy(() -> client.send(HttpSetup.write(), setup.call()))
                    .isInstanceOf(OutcomeUnknownException.class);
            assertThat(server.received()).hasSize(1);
        }
    }

    @Test
    void a_write_that_could_not_connect_was_not_sent_and_says_so() throws IOException {
        URI nobody;
        try (ServerSocket free = new ServerSocket(0)) {
            nobody = URI.create("http://127.0.0.1:" + free.getLocalPort());
        }
        ApiClient client = setup.client(nobody).build();
        assertThatThrownBy(() -> client.send(HttpSetup.write(), setup.call()))
                .isInstanceOfSatisfying(
                        UnavailableException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.UNREACHABLE));
        assertThat(Duration.between(HttpSetup.START, setup.time.instant())).isGreaterThan(Duration.ofSeconds(2));
    }

    @Test
    void a_write_refused_for_quota_is_sent_again_after_a_short_pause() {
        try (RawServer server = new RawServer((connection, request) -> connection.send(
                request.number() == 1
                        ? RawServer.response(429, "Retry-After: 2\r\n", "")
                        : RawServer.response(201, "", "made")))) {
            ApiResponse answer = setup.client(server.base()).build().send(HttpSetup.write(), setup.call());
            assertThat(answer.status()).isEqualTo(201);
            assertThat(setup.time.instant()).isEqualTo(HttpSetup.START.plusSeconds(2));
        }
    }

    @Test
    void a_write_refused_for_quota_for_long_goes_back_to_the_engine() {
        try (RawServer server = RawServer.answering(RawServer.response(429, "Retry-After: 20\r\n", ""))) {
            ApiClient client = setup.client(server.base()).build();
            assertThatThrownBy(() -> client.send(HttpSetup.write(), setup.call()))
                    .isInstanceOfSatisfying(
                            ThrottledException.class,
                            e -> assertThat(e.notBefore()).isEqualTo(HttpSetup.START.plusSeconds(20)));
            assertThat(server.received()).hasSize(1);
        }
    }

    @Test
    void a_post_that_only_queries_is_retried_when_it_says_so() {
        try (RawServer server = new RawServer((connection, request) ->
                connection.send(RawServer.response(request.number() == 1 ? 503 : 200, "", "rows")))) {
            ApiRequest query =
                    ApiRequest.post("suiteql").path("/q").safety(Safety.SAFE).build();
            assertThat(setup.client(server.base())
                            .build()
                            .send(query, setup.call())
                            .text())
                    .isEqualTo("rows");
        }
    }

    @Test
    void a_disguised_refusal_for_quota_is_recognised_by_the_classifier() {
        try (RawServer server = new RawServer((connection, request) -> connection.send(
                request.number() == 1
                        ? RawServer.response(400, "", "CONCURRENCY_LIMIT_EXCEEDED")
                        : RawServer.response(204, "", "")))) {
            ApiClient client = setup.client(server.base())
                    .classifier(answer -> answer.text().contains("CONCURRENCY_LIMIT_EXCEEDED")
                            ? Verdict.throttled(Duration.ofSeconds(1))
                            : AnswerClassifier.byStatus().classify(answer))
                    .build();
            assertThat(client.send(HttpSetup.write(), setup.call()).status()).isEqualTo(204);
        }
    }
}
