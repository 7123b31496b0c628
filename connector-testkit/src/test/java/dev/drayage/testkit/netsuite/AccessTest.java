package dev.drayage.testkit.netsuite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.testkit.wire.Fault;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AccessTest {
    private static final String VENDOR_TOKEN_URL =
            "https://1234567.suitetalk.api.netsuite.com/services/rest/auth/oauth2/v1/token";

    private TestAccount netSuite = TestAccount.open();

    @AfterEach
    void close() {
        netSuite.close();
    }

    private static String encoded(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    private String unsigned(String algorithm, String audience, int minutes) {
        long now = netSuite.clock().instant().getEpochSecond();
        return encoded("{\"typ\":\"JWT\",\"alg\":\"" + algorithm + "\",\"kid\":\"cert1\"}") + "."
                + encoded("{\"iss\":\"client1\",\"scope\":\"rest_webservices\",\"aud\":\"" + audience + "\",\"iat\":"
                        + now + ",\"exp\":" + (now + minutes * 60L) + "}");
    }

    private HttpResponse<String> askToken(String assertion) {
        String form = "grant_type=client_credentials&client_assertion_type="
                + URLEncoder.encode("urn:ietf:params:oauth:client-assertion-type:jwt-bearer", StandardCharsets.UTF_8)
                + "&client_assertion=" + assertion;
        return netSuite.send(HttpRequest.newBuilder(
                        URI.create(netSuite.simulator().baseUri() + "/services/rest/auth/oauth2/v1/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build());
    }

    @Test
    void a_signed_assertion_buys_a_token_for_an_hour() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        KeyPair keys = generator.generateKeyPair();
        netSuite.close();
        netSuite = TestAccount.open(
                settings -> settings.oauthClient("client1", "cert1").oauthKey(keys.getPublic()));
        String unsigned = unsigned("ES256", VENDOR_TOKEN_URL, 55);
        Signature signer = Signature.getInstance("SHA256withECDSAinP1363Format");
        signer.initSign(keys.getPrivate());
        signer.update(unsigned.getBytes(StandardCharsets.US_ASCII));
        String signed = unsigned + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signer.sign());
        HttpResponse<String> answer = askToken(signed);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"expires_in\":3600");
        assertThat(askToken(unsigned + ".AAAA").body()).isEqualTo("{\"error\":\"invalid_grant\"}");
    }

    @Test
    void rs256_is_refused() {
        assertThat(askToken(unsigned("PS256", VENDOR_TOKEN_URL, 55) + ".sig").statusCode())
                .isEqualTo(200);
        assertThat(askToken(unsigned("RS256", VENDOR_TOKEN_URL, 55) + ".sig").statusCode())
                .isEqualTo(400);
    }

    @Test
    void an_assertion_of_an_hour_or_for_another_account_is_refused() {
        assertThat(askToken(unsigned("PS256", VENDOR_TOKEN_URL, 60) + ".sig").statusCode())
                .isEqualTo(400);
        assertThat(askToken(unsigned("PS256", VENDOR_TOKEN_URL.replace("1234567", "7654321"), 55) + ".sig")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void a_token_ends_after_an_hour_with_401_and_a_challenge() {
        HttpRequest request = netSuite.request("/services/rest/system/v1/governanceLimits")
                .GET()
                .build();
        assertThat(netSuite.send(request).body()).contains("\"accountConcurrencyLimit\":5");
        netSuite.clock().advance(Duration.ofHours(1));
        HttpResponse<String> late = netSuite.send(request);
        assertThat(TestAccount.refusal(late)).startsWith("401 INVALID_LOGIN: Invalid login attempt.");
        assertThat(late.headers().firstValue("www-authenticate"))
                .hasValue("Bearer realm=\"1234567\", error=\"invalid_token\","
                        + " error_description=\"Invalid login attempt.\"");
    }

    @Test
    void a_token_header_of_another_realm_is_refused() {
        long now = netSuite.clock().instant().getEpochSecond();
        String parameters = "\", oauth_token=\"t\", oauth_consumer_key=\"c\", oauth_nonce=\"nonce-";
        String rest = "\", oauth_timestamp=\"" + now
                + "\", oauth_signature_method=\"HMAC-SHA256\", oauth_version=\"1.0\", oauth_signature=\"abc%3D\"";
        assertThat(limits("OAuth realm=\"1234567" + parameters + "1" + rest)).isEqualTo(200);
        assertThat(limits("OAuth realm=\"1234567" + parameters + "1" + rest))
                .as("a nonce is used once")
                .isEqualTo(401);
        assertThat(limits("OAuth realm=\"7654321" + parameters + "2" + rest)).isEqualTo(401);
    }

    @Test
    void with_known_secrets_a_token_header_must_be_signed_over_method_url_and_query() throws GeneralSecurityException {
        netSuite.close();
        netSuite = TestAccount.open(settings -> settings.tokenSecrets("ck", "c&s", "tk", "ts"));
        assertThat(signedRead("SHOP-1", "SHOP-1")).isEqualTo(200);
        assertThat(signedRead("SHOP-1", "SHOP-2")).isEqualTo(401);
    }

    /** Reads orders by one external id with a signature over another. */
    private int signedRead(String externalId, String signedId) throws GeneralSecurityException {
        String url = netSuite.simulator().baseUri() + "/services/rest/record/v1/salesOrder";
        String oauth = "oauth_consumer_key=ck&oauth_nonce=nonce-" + signedId + "&oauth_signature_method=HMAC-SHA256"
                + "&oauth_timestamp=" + netSuite.clock().instant().getEpochSecond()
                + "&oauth_token=tk&oauth_version=1.0";
        String filter = "q=externalId%20IS%20%22";
        String base = "GET&" + encode(url) + "&" + encode(oauth + "&" + filter + signedId + "%22");
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec("c%26s&ts".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        String signature = Base64.getEncoder().encodeToString(mac.doFinal(base.getBytes(StandardCharsets.UTF_8)));
        String header = "OAuth realm=\"1234567\", " + oauth.replace("=", "=\"").replace("&", "\", ")
                + "\", oauth_signature=\"" + encode(signature) + "\"";
        return netSuite.send(HttpRequest.newBuilder(URI.create(url + "?" + filter + externalId + "%22"))
                        .header("Authorization", header)
                        .build())
                .statusCode();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private int limits(String authorization) {
        return netSuite.send(HttpRequest.newBuilder(URI.create(
                                netSuite.simulator().baseUri() + "/services/rest/system/v1/governanceLimits"))
                        .header("Authorization", authorization)
                        .build())
                .statusCode();
    }

    @Test
    void a_request_above_the_concurrency_limit_is_blocked() {
        netSuite.simulator().occupySlots(3);
        List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
        try (HeldAnswers held = netSuite.simulator().holdAnswers()) {
            assertThat(held).isNotNull();
            for (int i = 0; i < 2; i++) {
                answers.add(netSuite.http()
                        .sendAsync(
                                netSuite.request("/services/rest/record/v1/salesOrder")
                                        .build(),
                                BodyHandlers.ofString()));
            }
            while (netSuite.simulator().requests().running() < 2) {
                Thread.onSpinWait();
            }
            assertThat(TestAccount.refusal(netSuite.send("GET", "/services/rest/record/v1/salesOrder", "")))
                    .isEqualTo("429 CONCURRENCY_LIMIT_EXCEEDED: Concurrent request limit exceeded. Request blocked.");
        }
        assertThat(answers.stream().map(answer -> answer.join().statusCode())).containsExactly(200, 200);
        assertThat(netSuite.simulator().requests().peakConcurrency()).isEqualTo(2);
        assertThat(netSuite.simulator().requests().refused(429)).isEqualTo(1);
    }

    @Test
    void a_record_without_permission_is_403() {
        netSuite.simulator().revokePermission("salesOrder");
        assertThat(netSuite.post("salesOrder", TestAccount.orderBody("S")).statusCode())
                .isEqualTo(403);
        netSuite.simulator().grantPermission("salesOrder");
        netSuite.order("S");
    }

    @Test
    void planned_faults_speak_netsuite() {
        netSuite.simulator()
                .faults()
                .next(1, Fault.SERVER_ERROR_AFTER_WORK, request -> true)
                .next(1, Fault.THROTTLED, request -> true)
                .next(1, Fault.TOKEN_REJECTED, request -> true);
        assertThat(TestAccount.refusal(netSuite.post("salesOrder", TestAccount.orderBody("S"))))
                .startsWith("500 UNEXPECTED_ERROR");
        assertThat(netSuite.simulator().recordByExternalId("salesOrder", "S")).isPresent();
        assertThat(netSuite.post("salesOrder", TestAccount.orderBody("T")).statusCode())
                .isEqualTo(429);
        assertThat(netSuite.post("salesOrder", TestAccount.orderBody("T")).statusCode())
                .isEqualTo(401);
    }

    @Test
    void the_metadata_catalog_shows_declared_custom_fields() {
        assertThat(netSuite.get("metadata-catalog/salesOrder")
                        .path("properties")
                        .fieldNames())
                .toIterable()
                .contains("externalId", "item", "custbody_channel_order_id");
    }

    @Test
    void a_collection_is_filtered_by_external_id_only() {
        String id = netSuite.order("SHOP-1");
        assertThat(netSuite.get("salesOrder?q=externalId%20IS%20%22SHOP-1%22")
                        .path("items")
                        .path(0)
                        .path("id")
                        .asText())
                .isEqualTo(id);
        assertThat(netSuite.send("GET", "/services/rest/record/v1/salesOrder?q=memo%20IS%20x", "")
                        .statusCode())
                .isEqualTo(400);
    }
}
