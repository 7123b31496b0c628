package dev.drayage.examples.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.drayage.testkit.netsuite.NetSuiteSimulator;
import dev.drayage.testkit.netsuite.Seed;
import dev.drayage.testkit.netsuite.StoredRecord;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every order that Amazon publishes with its sandbox goes into the books, its total tied to the cent in its currency. */
class SandboxOrdersTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> LEFT_ALONE =
            Set.of("PENDING", "PENDING_AVAILABILITY", "CANCELLED", "UNFULFILLABLE");

    @TempDir
    Path folder;

    @Test
    void every_published_order_is_booked_as_its_shipper_and_status_say() throws IOException {
        List<JsonNode> orders = published();
        assertThat(orders).hasSizeGreaterThanOrEqualTo(6);
        try (SmallWorld world = SmallWorld.with(folder.resolve("exchange"), List.of())) {
            seed(world, orders);
            Instant changed = SmallWorld.GO_LIVE.plusSeconds(3_600);
            orders.forEach(order -> world.systems()
                    .amazon()
                    .orders()
                    .addRaw(order.path("orderId").asText(), changed, changed, moved(order, changed)));
            world.passes(2);
            assertThat(world.parked()).isEmpty();
            Map<String, String> expected = new TreeMap<>();
            orders.forEach(order -> expect(order, expected));
            assertThat(booked(world.systems().netsuite())).isEqualTo(expected);
        }
    }

    @Test
    void the_same_orders_are_left_alone_in_a_status_in_which_nothing_is_to_be_booked() throws IOException {
        List<JsonNode> orders = published();
        for (String status : LEFT_ALONE) {
            try (SmallWorld world = SmallWorld.with(folder.resolve(status), List.of())) {
                seed(world, orders);
                Instant changed = SmallWorld.GO_LIVE.plusSeconds(3_600);
                orders.forEach(order -> world.systems()
                        .amazon()
                        .orders()
                        .addRaw(
                                order.path("orderId").asText(),
                                changed,
                                changed,
                                moved(order, changed)
                                        .replaceAll(
                                                "\"fulfillmentStatus\":\"[A-Z_]+\"",
                                                "\"fulfillmentStatus\":\"" + status + "\"")));
                world.pass();
                assertThat(world.parked()).as(status).isEmpty();
                assertThat(booked(world.systems().netsuite())).as(status).isEmpty();
            }
        }
    }

    private static List<JsonNode> published() throws IOException {
        Path pairs = Path.of(System.getProperty("drayage.specs", "specs"), "amazon", "sandbox-pairs.jsonl");
        if (!Boolean.getBoolean("drayage.specs.required")) {
            assumeTrue(Files.exists(pairs), "Amazon's sandbox pairs are not at " + pairs + ": set -Ddrayage.specs");
        }
        List<JsonNode> orders = new ArrayList<>();
        for (String line : Files.readAllLines(pairs)) {
            JsonNode pair = JSON.readTree(line);
            boolean answered = pair.path("status").asText().equals("200");
            if (answered && pair.path("model").asText().startsWith("orders_2026-01-01")) {
                pair.path("response").path("orders").forEach(orders::add);
                if (pair.path("response").has("order")) {
                    orders.add(pair.path("response").path("order"));
                }
            }
        }
        return orders;
    }

    /** The order, placed after go-live; nothing else is changed. */
    private static String moved(JsonNode order, Instant to) {
        return order.toString()
                .replaceFirst("\"createdTime\":\"[^\"]+\"", "\"createdTime\":\"" + to + "\"")
                .replaceFirst("\"lastUpdatedTime\":\"[^\"]+\"", "\"lastUpdatedTime\":\"" + to + "\"");
    }

    private static void seed(SmallWorld world, List<JsonNode> orders) {
        NetSuiteSimulator netsuite = world.systems().netsuite();
        Set<String> skus = new TreeSet<>();
        Set<String> currencies = new TreeSet<>();
        for (JsonNode order : orders) {
            currencies.add(currency(order));
            order.path("orderItems")
                    .forEach(item ->
                            skus.add(item.path("product").path("sellerSku").asText()));
        }
        currencies.remove("USD");
        List<String> rows = new ArrayList<>();
        long id = 2;
        for (String currency : currencies) {
            netsuite.seed(Seed.of(
                    "currency",
                    "{\"id\":%d,\"name\":\"%s\",\"symbol\":\"%s\",\"exchangeRate\":0.5}"
                            .formatted(id, currency, currency)));
            rows.add("{\"currency\":{\"id\":\"" + id++ + "\"}}");
        }
        netsuite.clerk().edit("customer", "110", "{\"currencyList\":{\"items\":[" + String.join(",", rows) + "]}}");
        long item = 6_000;
        for (String sku : skus) {
            netsuite.seed(Seed.inventoryItem(item++, sku, BigDecimal.ONE));
        }
    }

    private static void expect(JsonNode order, Map<String, String> expected) {
        String status = order.path("fulfillment").path("fulfillmentStatus").asText();
        boolean byAmazon =
                order.path("fulfillment").path("fulfilledBy").asText().equals("AMAZON");
        if (!LEFT_ALONE.contains(status) && !(byAmazon && !status.equals("SHIPPED"))) {
            BigDecimal total = new BigDecimal(order.path("proceeds")
                            .path("grandTotal")
                            .path("amount")
                            .asText())
                    .subtract(remittedByAmazon(order));
            expected.put(
                    order.path("orderId").asText(),
                    (byAmazon ? "cashSale " : "salesOrder ") + currency(order) + " "
                            + total.stripTrailingZeros().toPlainString());
        }
    }

    /** Tax that Amazon collects and remits itself; it does not belong into the seller's books. */
    private static BigDecimal remittedByAmazon(JsonNode order) {
        BigDecimal tax = BigDecimal.ZERO;
        for (JsonNode item : order.path("orderItems")) {
            if (item.toString().contains("MARKETPLACE_FACILITATOR")) {
                for (JsonNode part : item.path("proceeds").path("breakdowns")) {
                    if (part.path("type").asText().equals("TAX")) {
                        tax = tax.add(new BigDecimal(
                                part.path("subtotal").path("amount").asText()));
                    }
                }
            }
        }
        return tax;
    }

    private static Map<String, String> booked(NetSuiteSimulator netsuite) {
        Map<String, String> booked = new TreeMap<>();
        for (String type : List.of("salesOrder", "cashSale")) {
            for (StoredRecord sale : netsuite.records(type)) {
                String currency = sale.body().path("currency").path("id").asText();
                String symbol = netsuite.record("currency", currency)
                        .map(found -> found.body().path("symbol").asText())
                        .orElse("none");
                String before = booked.put(
                        sale.body().path("custbody_drayage_order_id").asText(),
                        type + " " + symbol + " "
                                + sale.total()
                                        .orElseThrow()
                                        .stripTrailingZeros()
                                        .toPlainString());
                assertThat(before).isNull();
            }
        }
        return booked;
    }

    private static String currency(JsonNode order) {
        return order.path("proceeds").path("grandTotal").path("currencyCode").asText();
    }
}
