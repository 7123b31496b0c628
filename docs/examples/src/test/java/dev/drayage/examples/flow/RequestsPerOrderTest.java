package dev.drayage.examples.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.Connectors;
import dev.drayage.engine.RunBudget;
import dev.drayage.engine.SyncEngine;
import dev.drayage.examples.quickstart.SimulatedWorld;
import dev.drayage.http.ApiClient;
import dev.drayage.spi.Connector;
import dev.drayage.store.InMemorySyncStore;
import dev.drayage.sync.OrderSyncs;
import dev.drayage.testing.SettableTime;
import dev.drayage.testkit.amazon.SimulatedAddress;
import dev.drayage.testkit.amazon.SimulatedItem;
import dev.drayage.testkit.amazon.SimulatedOrder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What an order costs of NetSuite's slots: the requests that reach the simulated account, all kinds of them together. */
class RequestsPerOrderTest {
    private static final Instant START = Instant.parse("2026-11-02T08:00:00Z");
    private static final int ORDERS = 200;

    @Test
    void an_order_of_known_goods_and_customers_costs_little_more_than_one_request() {
        List<SimulatedOrder> sold = new ArrayList<>();
        sold.add(order(0, START.plus(Duration.ofMinutes(1))));
        for (int i = 1; i <= ORDERS; i++) {
            sold.add(order(i, START.plus(Duration.ofHours(2)).plusSeconds(10L * i)));
        }
        SettableTime time = new SettableTime(START);
        InMemorySyncStore store = new InMemorySyncStore(time);
        try (SimulatedWorld world = SimulatedWorld.start(time, sold)) {
            Connectors connectors = Connectors.discover(
                    new Connectors.Environment(store, "default", time, ApiClient.standardTransport(), new Random(1)));
            try (Connector amazon = connectors.open("amazon", world.amazonSettings());
                    Connector netsuite = connectors.open("netsuite", world.netsuiteSettings());
                    SyncEngine engine = SyncEngine.builder()
                            .store(store)
                            .time(time)
                            .startAt(START)
                            .sync(OrderSyncs.amazonOrders(amazon, netsuite))
                            .build()) {
                time.advance(Duration.ofHours(1));
                engine.run("amazon-orders", RunBudget.minutes(60));
                assertThat(world.netsuite().records("salesOrder")).hasSize(1);
                long before = requests(world);

                time.advance(Duration.ofHours(3));
                engine.run("amazon-orders", RunBudget.minutes(60));

                assertThat(world.netsuite().records("salesOrder")).hasSize(1 + ORDERS);
                long spent = requests(world) - before;
                System.out.println("requests: " + spent + " for " + ORDERS + " orders: "
                        + world.netsuite().requests().byOperation());
                assertThat(spent)
                        .as("%s", world.netsuite().requests().byOperation())
                        .isLessThanOrEqualTo(ORDERS * 11 / 10);
            }
        }
    }

    private static long requests(SimulatedWorld world) {
        return world.netsuite().requests().byOperation().values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    private static SimulatedOrder order(int number, Instant at) {
        return SimulatedOrder.builder("111-%07d-0000001".formatted(number + 1), at)
                .recipient(new SimulatedAddress(
                        "Robin Example", "", "1 Harbor Way", "", "", "Oakland", "CA", "94607", "US", "", "RESIDENTIAL"))
                .item(SimulatedItem.builder("%014d".formatted(number + 1), "MUG-BLUE", 1, "9.99")
                        .build())
                .build();
    }
}
