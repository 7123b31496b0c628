package dev.drayage.testkit.shipstation;

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
import java.util.function.UnaryOperator;

/** A simulator with a clock and a bare HTTP caller, for the tests of this package. */
final class Depositor implements AutoCloseable {
    static final Instant START = Instant.parse("2026-11-16T08:00:00Z");
    static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    final SteppedClock clock = new SteppedClock(START);
    final ShipStationSimulator station;

    Depositor() {
        station = ShipStationSimulator.builder(clock).start();
    }

    Depositor(UnaryOperator<ShipStationSimulator.Builder> settings) {
        station = settings.apply(ShipStationSimulator.builder(clock)).start();
    }

    record Answer(int status, JsonNode body, HttpResponse<String> http) {
        String code() {
            return body.at("/errors/0/error_code").asText();
        }

        /** One field of every row. */
        List<String> column(String rows, String field) {
            List<String> values = new ArrayList<>();
            body.path(rows).forEach(row -> values.add(row.path(field).asText()));
            return values;
        }
    }

    Answer get(String path, String... query) {
        Map<String, String> values = new TreeMap<>();
        for (int i = 0; i < query.length; i += 2) {
            values.put(query[i], query[i + 1]);
        }
        List<String> pairs = new ArrayList<>();
        values.forEach((name, value) -> pairs.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return send(request(path + (pairs.isEmpty() ? "" : "?" + String.join("&", pairs)))
                .GET());
    }

    Answer post(String path, String body) {
        return send(request(path).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    Answer put(String path, String body) {
        return send(request(path).PUT(HttpRequest.BodyPublishers.ofString(body)));
    }

    Answer create(String... shipments) {
        return post("/v2/shipments", "{\"shipments\": [" + String.join(",", shipments) + "]}");
    }

    Answer byExternalId(String externalId) {
        return get("/v2/shipments/external_shipment_id/"
                + URLEncoder.encode(externalId, StandardCharsets.UTF_8).replace("+", "%20"));
    }

    /** Creates an order of three of one article and two of another. */
    Shipment order(String externalId) {
        create(shipment(externalId));
        return station.shipment(externalId).orElseThrow();
    }

    static String shipment(String externalId) {
        return shipment(externalId, "SO-" + externalId);
    }

    static String shipment(String externalId, String number) {
        return """
                {"external_shipment_id": "%s", "shipment_number": "%s", "create_sales_order": true,
                 "warehouse_id": "se-28", "store_id": "se-29", "validate_address": "no_validation",
                 "ship_to": {"name": "Ada Example", "phone": "+1 555 0100", "address_line1": "1 Test Lane",
                  "city_locality": "Springfield", "state_province": "OR", "postal_code": "97477",
                  "country_code": "US", "address_residential_indicator": "yes"},
                 "items": [
                  {"external_order_item_id": "1", "sku": "TEE", "name": "Tee", "quantity": 3},
                  {"external_order_item_id": "2", "sku": "MUG", "name": "Mug", "quantity": 2}],
                 "packages": [{"weight": {"value": 6.5, "unit": "pound"}}]}""".formatted(externalId, number);
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(station.endpoint() + path))
                .header("api-key", station.apiKey())
                .header("Content-Type", "application/json");
    }

    static Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = HTTP.send(
                    request.timeout(Duration.ofSeconds(20)).build(),
                    HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            return new Answer(
                    answer.statusCode(),
                    answer.body().isEmpty() ? JSON.createObjectNode() : JSON.readTree(answer.body()),
                    answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        station.close();
    }
}
