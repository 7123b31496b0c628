package dev.drayage.testkit.amazon;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.testkit.amazon.SellerCentral.Answer;
import dev.drayage.testkit.wire.Fault;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LoginWithAmazonTest {
    private final SellerCentral central = new SellerCentral();

    @AfterEach
    void close() {
        central.close();
    }

    @Test
    void a_refresh_token_buys_an_access_token_for_an_hour() {
        Answer answer = central.login(Map.of());
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().path("access_token").asText()).startsWith("Atza|");
        assertThat(answer.body().path("token_type").asText()).isEqualTo("bearer");
        assertThat(answer.body().path("expires_in").asInt()).isEqualTo(3600);
        assertThat(answer.body().path("refresh_token").asText()).isEqualTo(central.amazon.refreshToken());
    }

    @Test
    void the_body_may_be_json_as_well() {
        String body = SellerCentral.JSON
                .createObjectNode()
                .put("grant_type", "refresh_token")
                .put("refresh_token", central.amazon.refreshToken())
                .put("client_id", central.amazon.clientId())
                .put("client_secret", central.amazon.clientSecret())
                .toString();
        Answer answer = central.send(HttpRequest.newBuilder(central.amazon.tokenEndpoint())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
        assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    void a_wrong_secret_is_an_invalid_client() {
        Answer answer = central.login(Map.of("client_secret", "other"));
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.body().path("error").asText()).isEqualTo("invalid_client");
    }

    @Test
    void an_expired_secret_is_an_invalid_client() {
        central.amazon.login().expireClientSecretAt(SellerCentral.START.plusSeconds(60));
        assertThat(central.login(Map.of()).status()).isEqualTo(200);
        central.clock.pass(Duration.ofMinutes(1));
        assertThat(central.login(Map.of()).body().path("error").asText()).isEqualTo("invalid_client");
    }

    @Test
    void the_refresh_token_survives_a_new_secret() {
        central.amazon.login().rotateClientSecret("next", SellerCentral.START.plusSeconds(60));
        assertThat(central.login(Map.of()).status()).isEqualTo(200);
        central.clock.pass(Duration.ofMinutes(1));
        assertThat(central.login(Map.of()).status()).isEqualTo(401);
        assertThat(central.login(Map.of("client_secret", "next")).status()).isEqualTo(200);
    }

    @Test
    void a_revoked_seller_is_an_invalid_grant_and_closes_the_api() {
        central.token();
        central.amazon.login().revokeSeller();
        Answer answer = central.login(Map.of());
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().path("error").asText()).isEqualTo("invalid_grant");
        assertThat(central.order(SellerCentral.id(1)).status()).isEqualTo(403);
    }

    @Test
    void an_old_token_is_refused_and_the_details_say_why() {
        HttpRequest.Builder request = central.request("/sellers/v1/marketplaceParticipations", Map.of());
        central.clock.pass(LoginWithAmazon.TOKEN_LIFE);
        Answer answer = central.send(request);
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.code()).isEqualTo("Unauthorized");
        assertThat(answer.message()).isEqualTo("Access to requested resource is denied.");
        assertThat(answer.body().at("/errors/0/details").asText()).contains("expired");
    }

    @Test
    void a_token_may_end_ahead_of_its_time() {
        central.amazon.orders().add(SellerCentral.plain(1).build());
        assertThat(central.order(SellerCentral.id(1)).status()).isEqualTo(200);
        central.amazon.login().expireAccessTokens();
        Answer answer = central.order(SellerCentral.id(1));
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.body().at("/errors/0/details").asText()).contains("expired");
    }

    @Test
    void a_planned_fault_uses_the_words_of_login_with_amazon() {
        central.amazon.faults().next(1, Fault.SERVER_ERROR, Operation.REQUEST_TOKEN::matches);
        Answer answer = central.login(Map.of());
        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.body().path("error").asText()).isEqualTo("server_error");
    }
}
