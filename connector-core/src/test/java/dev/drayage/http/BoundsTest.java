package dev.drayage.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drayage.error.CancelledException;
import dev.drayage.error.ErrorCode;
import dev.drayage.error.OutcomeUnknownException;
import dev.drayage.error.SettingsException;
import dev.drayage.error.UnavailableException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** Every answer is bounded in time and size, and nothing leaves the allowed hosts. */
class BoundsTest {
    private final HttpSetup setup = new HttpSetup();

    private UnavailableException unavailable(ApiClient client) {
        try {
            ApiResponse answer = client.send(HttpSetup.read(), setup.call());
            throw new AssertionError("answered with " + answer);
        } catch (UnavailableException e) {
            return e;
        }
    }

    private ApiClientBuilder once(URI base) {
        return setup.client(base).retries(RetryLimits.none()).attemptLimit(Duration.ofMillis(250));
    }

    @Test
    void the_time_limit_covers_a_body_that_stalls_and_the_connection_is_closed() throws Exception {
        try (RawServer server = new RawServer(
                (connection, request) -> connection.send("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf"))) {
            long start = System.nanoTime();
            UnavailableException e = unavailable(once(server.base()).build());
            assertThat(e.code()).isEqualTo(ErrorCode.SERVICE_FAILURE);
            assertThat(e.httpStatus()).contains(200);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
            assertThat(server.clientClosed()).isTrue();
        }
    }

    @Test
    void the_time_limit_covers_headers_that_come_byte_by_byte() throws Exception {
        try (RawServer server =
                new RawServer((connection, request) -> connection.send("HTTP/1.1 200 OK\r\nX-Slow: "))) {
            assertThat(unavailable(once(server.base()).build()).code()).isEqualTo(ErrorCode.SERVICE_FAILURE);
            assertThat(server.clientClosed()).isTrue();
        }
    }

    @Test
    void the_deadline_of_the_call_is_shorter_than_the_limit_of_an_attempt_and_counts() {
        try (RawServer server = new RawServer((connection, request) -> {})) {
            ApiClient client =
                    setup.client(server.base()).retries(RetryLimits.none()).build();
            assertThatThrownBy(() -> client.send(HttpSetup.read(), setup.within(Duration.ofMillis(200))))
                    .isInstanceOf(UnavailableException.class)
                    .hasMessageContaining("in time");
        }
    }

    @Test
    void an_endless_body_is_cut_at_the_limit_and_the_connection_is_closed() throws Exception {
        byte[] chunk = ("2000\r\n" + "x".repeat(0x2000) + "\r\n").getBytes(java.nio.charset.StandardCharsets.UTF_8);
        try (RawServer server = new RawServer((connection, request) -> {
            connection.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
            while (true) {
                connection.send(chunk);
            }
        })) {
            ApiClient client =
                    setup.client(server.base()).maxAnswerBytes(100_000).build();
            assertThat(unavailable(client).code()).isEqualTo(ErrorCode.ANSWER_TOO_LARGE);
            assertThat(server.clientClosed()).isTrue();
            assertThat(server.received()).hasSize(1);
        }
    }

    @Test
    void a_body_that_announces_a_gigabyte_is_not_read_at_all() throws Exception {
        try (RawServer server = new RawServer((connection, request) ->
                connection.send("HTTP/1.1 200 OK\r\nContent-Length: 1073741824\r\n\r\nxxxx"))) {
            assertThat(unavailable(setup.client(server.base()).build()).code()).isEqualTo(ErrorCode.ANSWER_TOO_LARGE);
            assertThat(server.clientClosed()).isTrue();
        }
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(plain);
        }
        return packed.toByteArray();
    }

    private static void sendPacked(RawServer.Connection connection, byte[] packed) throws IOException {
        connection.send("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: " + packed.length + "\r\n\r\n");
        connection.send(packed);
    }

    @Test
    void a_small_gzip_answer_that_unpacks_to_a_huge_one_is_refused() throws IOException {
        byte[] bomb = gzip(new byte[20_000_000]);
        assertThat(bomb.length).isLessThan(100_000);
        try (RawServer server = new RawServer((connection, request) -> sendPacked(connection, bomb))) {
            ApiClient client =
                    setup.client(server.base()).maxAnswerBytes(1_000_000).build();
            assertThat(unavailable(client).code()).isEqualTo(ErrorCode.ANSWER_TOO_LARGE);
        }
    }

    @Test
    void a_gzip_answer_is_unpacked() throws IOException {
        byte[] packed = gzip("plain".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        try (RawServer server = new RawServer((connection, request) -> sendPacked(connection, packed))) {
            assertThat(setup.client(server.base())
                            .build()
                            .send(HttpSetup.read(), setup.call())
                            .text())
                    .isEqualTo("plain");
            assertThat(server.received().get(0).header("Accept-Encoding")).isEqualTo("gzip");
        }
    }

    @Test
    void a_cut_off_body_is_never_taken_for_a_whole_one() {
        try (RawServer server = new RawServer((connection, request) -> {
            connection.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhel");
            connection.hangUp();
        })) {
            assertThat(unavailable(once(server.base()).build()).code()).isEqualTo(ErrorCode.ANSWER_MALFORMED);
        }
    }

    @Test
    void a_cancel_in_flight_ends_a_read_at_once_and_closes_the_connection() throws Exception {
        try (RawServer server = new RawServer((connection, request) -> {})) {
            ApiClient client = setup.client(server.base()).build();
            CompletableFuture<ApiResponse> answer =
                    CompletableFuture.supplyAsync(() -> client.send(HttpSetup.read(), setup.call()));
            server.awaitRequest();
            setup.cancellation.cancel();
            assertThatThrownBy(answer::join)
                    .isInstanceOf(CompletionException.class)
                    .hasCauseInstanceOf(CancelledException.class);
            assertThat(server.clientClosed()).isTrue();
        }
    }

    @Test
    void a_cancel_in_flight_leaves_a_write_in_doubt() throws Exception {
        try (RawServer server = new RawServer((connection, request) -> {})) {
            ApiClient client = setup.client(server.base()).build();
            CompletableFuture<ApiResponse> answer =
                    CompletableFuture.supplyAsync(() -> client.send(HttpSetup.write(), setup.call()));
            server.awaitRequest();
            setup.cancellation.cancel();
            assertThatThrownBy(answer::join).hasCauseInstanceOf(OutcomeUnknownException.class);
        }
    }

    @Test
    void nothing_is_sent_after_a_cancel_or_a_passed_deadline() {
        try (RawServer server = RawServer.answering(RawServer.response(200, "", ""))) {
            ApiClient client = setup.client(server.base()).build();
            assertThatThrownBy(() -> client.send(HttpSetup.read(), setup.within(Duration.ZERO)))
                    .isInstanceOfSatisfying(
                            UnavailableException.class,
                            e -> assertThat(e.code()).isEqualTo(ErrorCode.DEADLINE_PASSED));
            setup.cancellation.cancel();
            assertThatThrownBy(() -> client.send(HttpSetup.read(), setup.call()))
                    .isInstanceOf(CancelledException.class);
            assertThat(server.received()).isEmpty();
        }
    }

    @Test
    void a_deadline_or_a_cancel_while_the_token_is_fetched_leaves_no_write_in_doubt() {
        try (RawServer server = RawServer.answering(RawServer.response(200, "", ""))) {
            ApiClient late = setup.client(server.base())
                    .authorizer((request, uri, call) -> {
                        setup.time.advance(Duration.ofMinutes(5));
                        return Authorization.of(java.util.Map.of());
                    })
                    .build();
            assertThatThrownBy(() -> late.send(HttpSetup.write(), setup.call()))
                    .isInstanceOfSatisfying(
                            UnavailableException.class,
                            e -> assertThat(e.code()).isEqualTo(ErrorCode.DEADLINE_PASSED));
            ApiClient cancelled = setup.client(server.base())
                    .authorizer((request, uri, call) -> {
                        setup.cancellation.cancel();
                        return Authorization.of(java.util.Map.of());
                    })
                    .build();
            assertThatThrownBy(() -> cancelled.send(HttpSetup.write(), setup.call()))
                    .isInstanceOf(CancelledException.class);
            assertThat(server.received()).isEmpty();
        }
    }

    @Test
    void a_redirect_is_an_answer_and_is_not_followed() {
        try (RawServer server =
                RawServer.answering(RawServer.response(302, "Location: http://127.0.0.1:1/elsewhere\r\n", ""))) {
            ApiResponse answer = setup.client(server.base()).build().send(HttpSetup.read(), setup.call());
            assertThat(answer.status()).isEqualTo(302);
            assertThat(server.received()).hasSize(1);
        }
    }

    @Test
    void a_transport_that_follows_redirects_is_refused() {
        HttpClient follows = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        ApiClientBuilder builder = ApiClient.builder(URI.create("https://example.com"), follows, setup.time);
        assertThatThrownBy(builder::build).isInstanceOf(SettingsException.class);
    }

    @Test
    void an_absolute_address_of_another_host_is_refused() {
        ApiClient client = setup.client(URI.create("https://api.example.com"))
                .allowHosts(".docs.example.org")
                .build();
        for (String foreign : new String[] {
            "https://evil.example.net/x", "https://docs.example.org/x", "http://a.docs.example.org/x",
            "https://user@api.example.com/x", "http://api.example.com/x", "https://api.example.com:444/x"
        }) {
            ApiRequest request = ApiRequest.get("next").uri(URI.create(foreign)).build();
            assertThatThrownBy(() -> client.send(request, setup.call()))
                    .as(foreign)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("not allowed");
        }
    }

    @Test
    void an_allowed_other_host_gets_no_authorisation() {
        try (RawServer documents = RawServer.answering(RawServer.response(200, "", "report"))) {
            ApiClient client = setup.client(URI.create("http://localhost:1"))
                    .allowHosts("127.0.0.1")
                    .authorizer(Authorizer.header("X-Key", dev.drayage.settings.SecretSource.fixed("hush")))
                    .build();
            ApiRequest request = ApiRequest.get("document")
                    .uri(documents.base().resolve("/d?signature=abc"))
                    .build();
            assertThat(client.send(request, setup.call()).text()).isEqualTo("report");
            assertThat(documents.received().get(0).header("X-Key")).isEmpty();
        }
    }

    @Test
    void plain_http_is_refused_except_to_this_machine() {
        ApiClientBuilder builder = setup.client(URI.create("http://api.example.com"));
        assertThatThrownBy(builder::build).isInstanceOf(SettingsException.class);
    }
}
