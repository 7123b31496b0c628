package dev.drayage.testkit.amazon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.drayage.testkit.amazon.SellerCentral.Answer;
import dev.drayage.testkit.wire.Fault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GatewayTest {
    private static final String ORDER = SellerCentral.id(1);
    private static final Map<String, String> SWEEP = Map.of("lastUpdatedAfter", "2026-11-16T00:00:00Z");
    private final SellerCentral central = new SellerCentral();

    @BeforeEach
    void seed() {
        central.amazon.orders().add(SellerCentral.plain(1).build());
        central.clock.pass(Duration.ofMinutes(30));
    }

    @AfterEach
    void close() {
        central.close();
    }

    private HttpRequest.Builder bare() {
        return HttpRequest.newBuilder(URI.create(central.amazon.endpoint() + "/orders/2026-01-01/orders/" + ORDER));
    }

    @Test
    void a_token_is_demanded() {
        Answer answer = central.send(bare().header("User-Agent", SellerCentral.AGENT));
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.code()).isEqualTo("Unauthorized");
    }

    @Test
    void the_user_agent_must_name_its_language() {
        assertThat(central.send(bare().header("x-amz-access-token", central.token()))
                        .status())
                .isEqualTo(400);
        assertThat(central.send(bare().header("x-amz-access-token", central.token())
                                .header("User-Agent", "Drayage/1.0"))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void a_user_agent_above_500_characters_is_refused() {
        String agent = SellerCentral.AGENT + "x".repeat(501 - SellerCentral.AGENT.length());
        assertThat(central.send(bare().header("x-amz-access-token", central.token())
                                .header("User-Agent", agent))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void a_get_with_a_body_is_refused() {
        assertThat(central.send(central.request("/orders/2026-01-01/orders/" + ORDER, Map.of())
                                .method("GET", HttpRequest.BodyPublishers.ofString("{}")))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void a_get_that_announces_an_empty_body_is_refused_on_demand() throws IOException {
        assertThat(statusLine("Content-Length: 0\r\n")).contains(" 200 ");
        central.amazon.refuseZeroContentLength(true);
        assertThat(statusLine("Content-Length: 0\r\n")).contains(" 400 ");
        assertThat(statusLine("")).contains(" 200 ");
    }

    private String statusLine(String header) throws IOException {
        URI uri = central.amazon.endpoint();
        String request = "GET /orders/2026-01-01/orders/" + ORDER + " HTTP/1.1\r\nHost: localhost\r\n"
                + "x-amz-access-token: " + central.token() + "\r\nUser-Agent: " + SellerCentral.AGENT + "\r\n"
                + "Connection: close\r\n" + header + "\r\n";
        try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return answer.lines().findFirst().orElse("");
        }
    }

    @Test
    void every_answer_has_a_request_id_and_most_have_the_rate() {
        HttpResponse<String> good = central.order(ORDER).http();
        assertThat(good.headers().firstValue("x-amzn-RequestId")).isPresent();
        assertThat(good.headers().firstValue("x-amzn-RateLimit-Limit")).contains("0.5");
        HttpResponse<String> search = central.search(SWEEP).http();
        assertThat(search.headers().firstValue("x-amzn-RateLimit-Limit")).contains("0.0056");
        central.amazon.quota().sendRateLimitHeader(false);
        assertThat(central.order(ORDER).http().headers().firstValue("x-amzn-RateLimit-Limit"))
                .isEmpty();
    }

    @Test
    void a_burst_of_searches_runs_dry_and_one_comes_back_in_three_minutes() {
        for (int n = 0; n < 20; n++) {
            assertThat(central.search(SWEEP).status()).isEqualTo(200);
        }
        Answer refused = central.search(SWEEP);
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.code()).isEqualTo("QuotaExceeded");
        assertThat(refused.http().headers().firstValue("x-amzn-RateLimit-Limit"))
                .isEmpty();
        assertThat(refused.http().headers().firstValue("x-amzn-RequestId")).isPresent();
        central.clock.pass(Duration.ofSeconds(178));
        assertThat(central.search(SWEEP).status()).isEqualTo(429);
        central.clock.pass(Duration.ofSeconds(1));
        assertThat(central.search(SWEEP).status()).isEqualTo(200);
        assertThat(central.search(SWEEP).status()).isEqualTo(429);
    }

    @Test
    void quota_can_be_set_halved_taken_by_others_and_switched_off() {
        central.amazon.quota().limit(Operation.GET_ORDER, 1, 2);
        assertThat(central.order(ORDER).status()).isEqualTo(200);
        central.amazon.quota().otherClientTakes(Operation.GET_ORDER, 5);
        assertThat(central.order(ORDER).status()).isEqualTo(429);
        central.amazon.quota().halve(Operation.GET_ORDER);
        central.clock.pass(Duration.ofSeconds(1));
        assertThat(central.order(ORDER).status()).isEqualTo(429);
        central.clock.pass(Duration.ofSeconds(1));
        assertThat(central.order(ORDER).status()).isEqualTo(200);
        central.amazon.quota().unlimited();
        for (int n = 0; n < 10; n++) {
            assertThat(central.order(ORDER).status()).isEqualTo(200);
        }
    }

    @Test
    void the_share_of_the_offered_quota_is_known() {
        for (int n = 0; n < 10; n++) {
            central.order(ORDER);
        }
        central.clock.pass(Duration.ofSeconds(20));
        QuotaUse use = central.amazon.quota().use(Operation.GET_ORDER);
        double offered = 30 + (30 * 60 + 20) * 0.5;
        assertThat(use.offered()).isCloseTo(offered, within(1e-6));
        assertThat(use.used()).isEqualTo(10);
        assertThat(use.share()).isCloseTo(10 / offered, within(1e-9));
    }

    @Test
    void planned_faults_use_amazons_words() {
        central.token();
        central.amazon.faults().next(1, Fault.THROTTLED, Operation.GET_ORDER::matches);
        assertThat(central.order(ORDER).code()).isEqualTo("QuotaExceeded");
        central.amazon.faults().next(2, Fault.SERVER_ERROR, Operation.GET_ORDER::matches);
        assertThat(central.order(ORDER).code()).isEqualTo("InternalFailure");
        central.amazon.serverErrorsAreUnavailable(true);
        Answer unavailable = central.order(ORDER);
        assertThat(unavailable.status()).isEqualTo(503);
        assertThat(unavailable.code()).isEqualTo("ServiceUnavailable");
        central.amazon.faults().next(1, Fault.TOKEN_REJECTED, Operation.GET_ORDER::matches);
        Answer rejected = central.order(ORDER);
        assertThat(rejected.status()).isEqualTo(403);
        assertThat(rejected.body().at("/errors/0/details").asText()).contains("expired");
        assertThat(central.amazon.traffic().refused(503, "ServiceUnavailable")).isEqualTo(1);
        assertThat(central.amazon.traffic().requests(Operation.GET_ORDER)).isEqualTo(4);
        assertThat(central.amazon.traffic().latestRefusals()).hasSize(4);
    }

    @Test
    void an_answer_may_be_cut_short_in_a_whole_http_message() {
        central.amazon.plannedAnswers().next(Operation.SEARCH_ORDERS, 200, "{\"orders\":[{\"orderId\":\"1");
        assertThatThrownBy(() -> central.search(SWEEP))
                .isInstanceOf(UncheckedIOException.class)
                .hasCauseInstanceOf(JsonProcessingException.class);
        assertThat(central.search(SWEEP).orderIds()).hasSize(1);
    }

    @Test
    void an_answer_may_be_giant() {
        central.amazon.plannedAnswers().nextGiant(Operation.SEARCH_ORDERS, "{\"orders\":[]}", 3_000_000);
        Answer answer = central.search(SWEEP);
        assertThat(answer.http().body()).hasSize(3_000_000);
        assertThat(answer.orderIds()).isEmpty();
    }

    @Test
    void other_paths_are_not_simulated() {
        assertThat(central.get("/orders/v0/orders", Map.of()).status()).isEqualTo(404);
    }

    @Test
    void participations_name_the_store() {
        Answer answer = central.get("/sellers/v1/marketplaceParticipations", Map.of());
        assertThat(answer.body().at("/payload/0/marketplace/id").asText()).isEqualTo("ATVPDKIKX0DER");
        assertThat(answer.body().at("/payload/0/participation/isParticipating").asBoolean())
                .isTrue();
    }
}
