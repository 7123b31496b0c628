package dev.drayage.testkit.shipstation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drayage.testkit.shipstation.Depositor.Answer;
import dev.drayage.testkit.wire.Fault;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Keys, the request limit, and what goes wrong on the wire. */
class GatewayTest {
    private final Depositor depositor = new Depositor();
    private final ShipStationSimulator station = depositor.station;

    @AfterEach
    void close() {
        depositor.close();
    }

    @Test
    void a_wrong_key_is_told_in_the_vendors_form() {
        URI labels = URI.create(station.endpoint() + "/v2/labels");
        Answer wrong = Depositor.send(
                HttpRequest.newBuilder(labels).header("api-key", "x").GET());
        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.code()).isEqualTo("unauthorized");
        assertThat(wrong.body().path("request_id").asText()).hasSize(36);
        assertThat(wrong.body().at("/errors/0/error_source").asText()).isEqualTo("shipengine");
        assertThat(wrong.body().at("/errors/0/message").asText()).isNotBlank();
        assertThat(Depositor.send(HttpRequest.newBuilder(labels).GET()).status())
                .isEqualTo(401);
        assertThat(station.limit().left()).isEqualTo(RateLimit.PUBLISHED);
    }

    @Test
    void the_minute_begins_with_its_first_request() {
        station.limit().perMinute(3);
        depositor.get("/v2/labels");
        depositor.clock.pass(Duration.ofSeconds(40));
        depositor.get("/v2/labels");
        depositor.get("/v2/labels");
        Answer refused = depositor.get("/v2/labels");
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.code()).isEqualTo("rate_limit_exceeded");
        assertThat(refused.http().headers().firstValue("Retry-After")).contains("20");
        depositor.clock.pass(Duration.ofSeconds(20));
        assertThat(station.limit().left()).isEqualTo(3);
        assertThat(depositor.get("/v2/labels").status()).isEqualTo(200);
        assertThat(station.traffic().requests(Operation.LIST_LABELS)).isEqualTo(5);
        assertThat(station.traffic().refused()).containsExactly(Map.entry("429 rate_limit_exceeded", 1L));
    }

    @Test
    void a_sliding_minute_gives_back_one_by_one() {
        station.limit().perMinute(2);
        station.limit().sliding(true);
        depositor.get("/v2/labels");
        depositor.clock.pass(Duration.ofMillis(30_500));
        depositor.get("/v2/labels");
        assertThat(depositor.get("/v2/labels").http().headers().firstValue("Retry-After"))
                .contains("30");
        depositor.clock.pass(Duration.ofSeconds(30));
        assertThat(depositor.get("/v2/labels").status()).isEqualTo(200);
        assertThat(depositor.get("/v2/labels").status()).isEqualTo(429);
    }

    @Test
    void two_hundred_a_minute_are_published() {
        assertThat(IntStream.range(0, 201)
                        .map(i -> depositor.get("/v2/shipments/se-1").status())
                        .filter(status -> status == 429))
                .hasSize(1);
        station.limit().unlimited();
        assertThat(depositor.get("/v2/labels").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"LOST_ANSWER", "TRUNCATED_BODY"})
    void a_lost_answer_leaves_a_shipment_that_a_look_up_finds(Fault fault) {
        station.faults().next(1, fault, Operation.CREATE_SHIPMENTS::matches);
        assertThatThrownBy(() -> depositor.create(Depositor.shipment("A"))).isInstanceOf(UncheckedIOException.class);
        assertThat(depositor.byExternalId("A").status()).isEqualTo(200);
        assertThat(station.journal().count(AcceptedWrite.Kind.CREATED)).isEqualTo(1);
    }

    @Test
    void an_error_may_hide_a_success() {
        station.faults().next(1, Fault.SERVER_ERROR_AFTER_WORK, Operation.CREATE_SHIPMENTS::matches);
        Answer answer = depositor.create(Depositor.shipment("A"));
        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.body().at("/errors/0/error_type").asText()).isEqualTo("system");
        assertThat(station.shipments()).hasSize(1);
    }

    @Test
    void refusals_do_nothing() {
        station.faults()
                .next(1, Fault.SERVER_ERROR, Operation.CREATE_SHIPMENTS::matches)
                .next(1, Fault.THROTTLED, Operation.CREATE_SHIPMENTS::matches)
                .next(1, Fault.TOKEN_REJECTED, Operation.CREATE_SHIPMENTS::matches);
        assertThat(depositor.create(Depositor.shipment("A")).status()).isEqualTo(500);
        Answer throttled = depositor.create(Depositor.shipment("A"));
        assertThat(throttled.status()).isEqualTo(429);
        assertThat(throttled.http().headers().firstValue("Retry-After")).contains("1");
        assertThat(depositor.create(Depositor.shipment("A")).status()).isEqualTo(401);
        assertThat(station.shipments()).isEmpty();
        assertThat(station.traffic().requests()).isEqualTo(3);
    }

    @Test
    void callers_at_the_same_time_do_not_create_a_shipment_twice() {
        station.limit().unlimited();
        IntStream.range(0, 40).parallel().forEach(i -> depositor.create(Depositor.shipment("A" + i % 10)));
        assertThat(station.shipments()).hasSize(10);
        assertThat(station.journal().count(AcceptedWrite.Kind.CREATED)).isEqualTo(10);
    }
}
