package dev.drayage.testkit.amazon;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A simulator with a clock and a bare HTTP caller, for the tests of this package. */
final class SellerCentral implements AutoCloseable {
    static final Instant START = Instant.parse("2026-11-16T08:00:00Z");
    static final String AGENT = "Drayage/1.0 (Language=Java/17; Platform=Linux)";
    static final String ALL_DATA =
            "BUYER,RECIPIENT,PROCEEDS,EXPENSE,PROMOTION,CANCELLATION,FULFILLMENT,PACKAGES,TAX,PAYMENT,FULFILLMENT_ORDERS";
    static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    final SteppedClock clock = new SteppedClock(START);
    final AmazonSimulator amazon = AmazonSimulator.builder(clock).start();
    private String token = "";
    private Instant tokenEnds = Instant.MIN;

    record Answer(int status, JsonNode body, HttpResponse<String> http) {
        String code() {
            return body.at("/errors/0/code").asText();
        }

        String message() {
            return body.at("/errors/0/message").asText();
        }

        List<String> orderIds() {
            List<String> ids = new ArrayList<>();
            body.path("orders").forEach(order -> ids.add(order.path("orderId").asText()));
            return ids;
        }

        String nextToken() {
            return body.at("/pagination/nextToken").asText();
        }
    }

    /** A current access token. */
    String token() {
        if (!clock.instant().isBefore(tokenEnds)) {
            token = login(Map.of()).body().path("access_token").asText();
            tokenEnds = clock.instant().plus(LoginWithAmazon.TOKEN_LIFE);
        }
        return token;
    }

    /** Asks for a token with the right values, but for those given. */
    Answer login(Map<String, String> changed) {
        Map<String, String> form = new TreeMap<>(Map.of(
                "grant_type", "refresh_token",
                "refresh_token", amazon.refreshToken(),
                "client_id", amazon.clientId(),
                "client_secret", amazon.clientSecret()));
        form.putAll(changed);
        return send(HttpRequest.newBuilder(amazon.tokenEndpoint())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(query(form))));
    }

    Answer get(String path, Map<String, String> query) {
        return send(request(path, query).GET());
    }

    Answer search(Map<String, String> query) {
        return get("/orders/2026-01-01/orders", query);
    }

    Answer order(String orderId) {
        return get("/orders/2026-01-01/orders/" + orderId, Map.of("includedData", ALL_DATA));
    }

    Answer confirm(String orderId, String body) {
        return send(request("/orders/v0/orders/" + orderId + "/shipmentConfirmation", Map.of())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** One package with one item, shipped now. */
    Answer confirm(String orderId, String packageReferenceId, String orderItemId, int quantity) {
        return confirm(orderId, confirmation(packageReferenceId, orderItemId, quantity));
    }

    String confirmation(String packageReferenceId, String orderItemId, int quantity) {
        return """
                {"marketplaceId": "ATVPDKIKX0DER", "packageDetail": {"packageReferenceId": "%s", "carrierCode": "UPS",
                 "shippingMethod": "Ground", "trackingNumber": "1Z-%s", "shipDate": "%s",
                 "orderItems": [{"orderItemId": "%s", "quantity": %d}]}}""".formatted(packageReferenceId, packageReferenceId, clock.instant(), orderItemId, quantity);
    }

    /** Patches a listing; the path's last part is encoded already. */
    Answer patch(String encodedSku, Map<String, String> query, String body) {
        return send(request("/listings/2021-08-01/items/" + amazon.sellerId() + "/" + encodedSku, query)
                .header("Content-Type", "application/json")
                .method("PATCH", HttpRequest.BodyPublishers.ofString(body)));
    }

    HttpRequest.Builder request(String path, Map<String, String> query) {
        String suffix = query.isEmpty() ? "" : "?" + query(new TreeMap<>(query));
        return HttpRequest.newBuilder(URI.create(amazon.endpoint() + path + suffix))
                .header("x-amz-access-token", token())
                .header("User-Agent", AGENT);
    }

    Answer send(HttpRequest.Builder request) {
        HttpResponse<String> answer = text(request);
        try {
            return new Answer(answer.statusCode(), JSON.readTree(answer.body()), answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static HttpResponse<String> text(HttpRequest.Builder request) {
        try {
            return HTTP.send(
                    request.timeout(Duration.ofSeconds(20)).build(),
                    HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String query(Map<String, String> values) {
        List<String> pairs = new ArrayList<>();
        values.forEach((name, value) -> pairs.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return String.join("&", pairs);
    }

    /** The n-th of a row of order ids. */
    static String id(int number) {
        String digits = Integer.toString(10_000_000 + number).substring(1);
        return "111-0000000-" + digits;
    }

    /** A merchant order of two units of one item, created at the start. */
    static SimulatedOrder.Builder plain(int number) {
        return SimulatedOrder.builder(id(number), START)
                .buyer(SimulatedBuyer.of("Ada Example", "ada@marketplace.example.com"))
                .recipient(SimulatedAddress.of("Ada Example", "1 Test Lane", "Springfield", "OR", "97477", "US")
                        .withPhone("+1 555 0100"))
                .item(SimulatedItem.builder("00000000000017", "SKU-1", 2, "10.00")
                        .build());
    }

    @Override
    public void close() {
        amazon.close();
    }
}
