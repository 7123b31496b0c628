package dev.drayage.testkit.netsuite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;

/** A small shop's NetSuite account and a plain HTTP client that talks to it. */
final class TestAccount implements AutoCloseable {
    static final String RECORD = "/services/rest/record/v1/";

    private final VirtualClock clock = new VirtualClock(Instant.parse("2026-06-15T16:00:00Z"));
    private final HttpClient http = HttpClient.newHttpClient();
    private final NetSuiteSimulator simulator;

    private TestAccount(UnaryOperator<NetSuiteSimulatorBuilder> settings) {
        simulator = settings.apply(NetSuiteSimulator.builder(clock)
                        .defaultOrderStatus("B")
                        .customField("custbody_channel_order_id", FieldKind.TEXT)
                        .customField("custcol_channel_line_id", FieldKind.TEXT)
                        .customField("custentity_channel", FieldKind.REFERENCE)
                        .seed(Seed.company(110, "Glenrock General Hospital"))
                        .seed(Seed.inventoryItem(98, "MUG-BLUE", new BigDecimal("45.00")))
                        .seed(Seed.inventoryItem(99, "MUG-RED", new BigDecimal("45.00")))
                        .seed(Seed.item("otherChargeSaleItem", 77, "GIFT-WRAP", new BigDecimal("4.00")))
                        .seed(Seed.item("discountItem", 301, "DISCOUNT", new BigDecimal("0.00")))
                        .seed(Seed.kit(120, "MUG-PAIR", new BigDecimal("80.00"), List.of(98L, 99L)))
                        .seed(Seed.location(6, "Reno"))
                        .seed(Seed.shipMethod(92, "UPS Ground")))
                .start();
    }

    static TestAccount open() {
        return new TestAccount(settings -> settings);
    }

    static TestAccount open(UnaryOperator<NetSuiteSimulatorBuilder> settings) {
        return new TestAccount(settings);
    }

    NetSuiteSimulator simulator() {
        return simulator;
    }

    VirtualClock clock() {
        return clock;
    }

    HttpClient http() {
        return http;
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(simulator.baseUri() + path))
                .header("Authorization", "Bearer " + simulator.accessToken())
                .header("Content-Type", "application/json");
    }

    HttpResponse<String> send(String method, String path, String body) {
        return send(request(path).method(method, BodyPublishers.ofString(body)).build());
    }

    HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    HttpResponse<String> post(String path, String body) {
        return send("POST", RECORD + path, body);
    }

    HttpResponse<String> patch(String path, String body) {
        return send("PATCH", RECORD + path, body);
    }

    HttpResponse<String> put(String path, String body) {
        return send("PUT", RECORD + path, body);
    }

    JsonNode get(String path) {
        HttpResponse<String> answer = send(request(RECORD + path).GET().build());
        return Json.parseObject(answer.body().getBytes(StandardCharsets.UTF_8));
    }

    /** Creates and returns the internal id from the location. */
    String created(HttpResponse<String> answer) {
        if (answer.statusCode() != 204) {
            throw new AssertionError(answer.statusCode() + " " + answer.body());
        }
        String location = answer.headers().firstValue("location").orElseThrow();
        return location.substring(location.lastIndexOf('/') + 1);
    }

    /** An order of two blue mugs at 39.95. */
    String order(String externalId) {
        return created(post("salesOrder", orderBody(externalId)));
    }

    static String orderBody(String externalId) {
        return """
                {"externalId": "%s", "entity": {"id": "110"}, "otherRefNum": "1001", "location": {"id": "6"},
                 "item": {"items": [
                   {"item": {"id": "98"}, "quantity": 2, "price": {"id": "-1"}, "rate": 39.95,
                    "custcol_channel_line_id": "9001"}]}}
                """.formatted(externalId);
    }

    /** Error code and detail of a refusal. */
    static String refusal(HttpResponse<String> answer) {
        JsonNode detail = Json.parseObject(answer.body().getBytes(StandardCharsets.UTF_8))
                .path("o:errorDetails")
                .path(0);
        return answer.statusCode() + " " + detail.path("o:errorCode").asText() + ": "
                + detail.path("detail").asText();
    }

    HttpResponse<String> suiteQl(String pageParameters, String query, String... params) {
        ObjectNode body = Json.object().put("q", query);
        ArrayNode bound = body.putArray("params");
        for (String param : params) {
            bound.add(param);
        }
        return send(request("/services/rest/query/v1/suiteql" + pageParameters)
                .header("Prefer", "transient")
                .POST(BodyPublishers.ofString(new String(Json.bytes(body), StandardCharsets.UTF_8)))
                .build());
    }

    /** Rows of a query, without their links. */
    List<String> rows(String query, String... params) {
        HttpResponse<String> answer = suiteQl("", query, params);
        if (answer.statusCode() != 200) {
            throw new AssertionError(answer.statusCode() + " " + answer.body());
        }
        List<ObjectNode> rows = Json.rows(
                Json.object().set("page", Json.parseObject(answer.body().getBytes(StandardCharsets.UTF_8))), "page");
        rows.forEach(row -> row.remove("links"));
        return rows.stream().map(ObjectNode::toString).toList();
    }

    @Override
    public void close() {
        simulator.close();
    }
}
