package dev.drayage.testkit.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A simulator with a clock, a small stock and a bare HTTP caller, for the tests of this package. */
final class TestShop implements AutoCloseable {
    static final Instant START = Instant.parse("2026-11-16T08:00:00Z");
    static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    final SteppedClock clock = new SteppedClock(START);
    final ShopifySimulator shop;
    final StockLocation east;
    final StockLocation west;
    final Variant shirt;
    final Variant mug;

    record Answer(int status, JsonNode body, HttpResponse<String> http) {
        JsonNode data(String path) {
            return body.at("/data" + path);
        }

        String code() {
            return body.at("/errors/0/extensions/code").asText();
        }

        /** The first user error of the only root field. */
        JsonNode userError() {
            return body.path("data").elements().next().path("userErrors").path(0);
        }
    }

    TestShop() {
        this(false);
    }

    TestShop(boolean withoutPlus) {
        ShopifySimulator.Builder builder = ShopifySimulator.builder(clock);
        shop = (withoutPlus ? builder.withoutPlus() : builder).start();
        east = shop.stock().location("East");
        west = shop.stock().location("West");
        shirt = shop.stock().product("SHIRT-1", "Shirt", "20.00");
        mug = shop.stock().product("MUG-1", "Mug", "7.50");
        shop.stock().available(shirt, east, 10);
        shop.stock().available(shirt, west, 10);
        shop.stock().available(mug, east, 10);
    }

    /** Two shirts and a mug with 10 % tax, and shipping with 10 % tax. */
    NewOrder plain() {
        return NewOrder.of(
                        NewLine.of("SHIRT-1", 2, "20.00").tax("VAT", "0.1"),
                        NewLine.of("MUG-1", 1, "7.50").tax("VAT", "0.1"))
                .shipping("Standard", "5.00", "VAT", "0.1");
    }

    Answer ask(String query, @Nullable Object... variables) {
        return on("2026-10", query, variables);
    }

    Answer on(String version, String query, @Nullable Object... variables) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (int n = 0; n < variables.length; n += 2) {
            values.put(String.valueOf(variables[n]), variables[n + 1]);
        }
        try {
            String body = JSON.writeValueAsString(Map.of("query", query, "variables", values));
            return send(HttpRequest.newBuilder(URI.create(shop.endpoint() + "/admin/api/" + version + "/graphql.json"))
                    .header("Content-Type", "application/json")
                    .header("X-Shopify-Access-Token", shop.tokens().staticToken())
                    .POST(HttpRequest.BodyPublishers.ofString(body)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Answer token(String form) {
        return send(HttpRequest.newBuilder(shop.tokenEndpoint())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(
                        form + "&client_id=" + shop.clientId() + "&client_secret=" + shop.clientSecret())));
    }

    static Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = HTTP.send(
                    request.timeout(Duration.ofSeconds(20)).build(),
                    HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            return new Answer(answer.statusCode(), JSON.readTree(answer.body()), answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    List<String> names(String filter) {
        Answer answer = ask(
                "query($q: String) { orders(first: 50, sortKey: UPDATED_AT, query: $q) { nodes { name } } }",
                "q",
                filter);
        List<String> names = new ArrayList<>();
        answer.data("/orders/nodes").forEach(each -> names.add(each.path("name").asText()));
        return names;
    }

    void pass(int seconds) {
        clock.pass(Duration.ofSeconds(seconds));
    }

    @Override
    public void close() {
        shop.close();
    }
}
