package dev.drayage.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drayage.error.CancelledException;
import dev.drayage.error.ErrorCode;
import dev.drayage.error.ThrottledException;
import dev.drayage.error.UnavailableException;
import dev.drayage.quota.QuotaBudget;
import dev.drayage.quota.QuotaPlan;
import dev.drayage.quota.QuotaUse;
import dev.drayage.quota.RateBudget;
import dev.drayage.quota.RatePlan;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When a safe call is tried again, how long it waits, and when it gives up. */
class RetryTest {
    private final HttpSetup setup = new HttpSetup();

    private RawServer failingOnce(int status, String headers) {
        return new RawServer((connection, request) -> connection.send(
                request.number() == 1 ? RawServer.response(status, headers, "") : RawServer.response(200, "", "fine")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"7|7", "1.5|1.5", "Fri, 20 Nov 2026 12:00:09 GMT|9"})
    void retry_after_is_honoured_in_seconds_decimals_and_as_a_date(String header, double seconds) {
        try (RawServer server = failingOnce(429, "Retry-After: " + header + "\r\n")) {
            setup.client(server.base()).build().send(HttpSetup.read(), setup.call());
            assertThat(setup.time.instant()).isEqualTo(HttpSetup.START.plusMillis((long) (seconds * 1000)));
        }
    }

    @Test
    void without_retry_after_the_pause_is_drawn_by_chance_and_grows() {
        try (RawServer server = RawServer.answering(RawServer.response(429, "", ""))) {
            ApiClient client = setup.client(server.base())
                    .retries(new RetryLimits(4, Duration.ofSeconds(1), Duration.ofSeconds(30), Duration.ZERO))
                    .build();
            assertThatThrownBy(() -> client.send(HttpSetup.read(), setup.call()))
                    .isInstanceOf(ThrottledException.class);
            assertThat(server.received()).hasSize(4);
            assertThat(Duration.between(HttpSetup.START, setup.time.instant()))
                    .isBetween(Duration.ofMillis(3500), Duration.ofSeconds(7));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-5", "soon", "NaN", "Infinity", "", "1e999"})
    void nonsense_in_retry_after_neither_fails_nor_waits_for_ever(String header) {
        try (RawServer server = failingOnce(429, "Retry-After: " + header + "\r\n")) {
            ApiClient client = setup.client(server.base()).build();
            try {
                client.send(HttpSetup.read(), setup.call());
            } catch (ThrottledException e) {
                assertThat(e.notBefore()).isBefore(HttpSetup.START.plus(Duration.ofDays(2)));
            }
        }
    }

    @Test
    void a_pause_that_outlasts_the_deadline_is_not_begun() {
        try (RawServer server = failingOnce(429, "Retry-After: 61\r\n")) {
            ApiClient client = setup.client(server.base()).build();
            assertThatThrownBy(() -> client.send(HttpSetup.read(), setup.call()))
                    .isInstanceOfSatisfying(
                            ThrottledException.class,
                            e -> assertThat(e.notBefore()).isEqualTo(HttpSetup.START.plusSeconds(61)));
            assertThat(setup.time.instant()).isEqualTo(HttpSetup.START);
        }
    }

    @Test
    void a_cancel_ends_a_pause() {
        try (RawServer server = failingOnce(503, "Retry-After: 30\r\n")) {
            ApiClient client = setup.client(server.base())
                    .classifier(answer -> {
                        setup.cancellation.cancel();
                        return AnswerClassifier.byStatus().classify(answer);
                    })
                    .build();
            assertThatThrownBy(() -> client.send(HttpSetup.read(), setup.call()))
                    .isInstanceOf(CancelledException.class);
            assertThat(server.received()).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 404, 409, 410, 422})
    void a_refusal_is_an_answer_and_is_not_retried(int status) {
        try (RawServer server = RawServer.answering(RawServer.response(status, "", "no"))) {
            assertThat(setup.client(server.base())
                            .build()
                            .send(HttpSetup.read(), setup.call())
                            .status())
                    .isEqualTo(status);
            assertThat(server.received()).hasSize(1);
        }
    }

    @Test
    void a_service_that_fails_many_times_in_a_row_is_left_alone_and_then_tried_once() {
        boolean[] healthy = {false};
        try (RawServer server = new RawServer(
                (connection, request) -> connection.send(RawServer.response(healthy[0] ? 200 : 500, "", "")))) {
            ApiClient client = setup.client(server.base())
                    .retries(RetryLimits.none())
                    .circuit(3, Duration.ofSeconds(30))
                    .build();
            for (int i = 0; i < 3; i++) {
                assertThatThrownBy(() -> client.send(HttpSetup.read(), setup.call()))
                        .hasMessageContaining("status 500");
            }
            assertThatThrownBy(() -> client.send(HttpSetup.write(), setup.call()))
                    .isInstanceOfSatisfying(
                            UnavailableException.class,
                            e -> assertThat(e.code()).isEqualTo(ErrorCode.SERVICE_FAILURE))
                    .hasMessageContaining("was not sent");
            assertThat(server.received()).hasSize(3);

            setup.time.advance(Duration.ofSeconds(30));
            assertThatThrownBy(() -> client.send(HttpSetup.read(), setup.call()))
                    .hasMessageContaining("status 500");
            assertThatThrownBy(() -> client.send(HttpSetup.read(), setup.call()))
                    .hasMessageContaining("was not sent");
            assertThat(server.received()).hasSize(4);

            setup.time.advance(Duration.ofSeconds(30));
            healthy[0] = true;
            client.send(HttpSetup.read(), setup.call());
            client.send(HttpSetup.read(), setup.call());
            assertThat(server.received()).hasSize(6);
        }
    }

    @Test
    void each_attempt_takes_a_permit_and_tells_the_budget_what_the_answer_said() {
        RateBudget budget = new RateBudget(
                QuotaPlan.byOperation()
                        .operation("getOrder", RatePlan.bucket(0.5, 30))
                        .build(),
                setup.time);
        try (RawServer server = new RawServer((connection, request) -> connection.send(
                request.number() == 1
                        ? RawServer.response(429, "", "")
                        : RawServer.response(200, "x-amzn-RateLimit-Limit: 2.0\r\n", "")))) {
            ApiClient client = setup.client(server.base())
                    .quota(budget)
                    .quotaReader((answer, seen) -> answer.header("x-amzn-RateLimit-Limit")
                            .map(rate -> seen.withRate(Double.parseDouble(rate)))
                            .orElse(seen))
                    .build();
            client.send(HttpSetup.read(), setup.call());
            QuotaUse use = budget.use().get(0);
            assertThat(use.calls()).isEqualTo(2);
            assertThat(use.refused()).isEqualTo(1);
            assertThat(Duration.between(HttpSetup.START, setup.time.instant())).isGreaterThan(Duration.ofSeconds(2));
        }
    }

    @Test
    void a_call_that_could_not_connect_gives_its_permit_back() {
        QuotaBudget budget = new RateBudget(
                QuotaPlan.byOperation().operation("getOrder", 0.001, 1).build(), setup.time);
        ApiClient client = setup.client(java.net.URI.create("http://127.0.0.1:1"))
                .retries(RetryLimits.none())
                .quota(budget)
                .build();
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> client.send(HttpSetup.read(), setup.call()))
                    .isInstanceOfSatisfying(
                            UnavailableException.class,
                            e -> assertThat(e.code()).isEqualTo(ErrorCode.UNREACHABLE));
        }
        assertThat(budget.use().get(0).calls()).isZero();
    }
}
