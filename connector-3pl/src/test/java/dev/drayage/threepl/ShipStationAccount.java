package dev.drayage.threepl;

import dev.drayage.call.CallContext;
import dev.drayage.call.Cancellation;
import dev.drayage.call.Priority;
import dev.drayage.http.ApiClient;
import dev.drayage.model.AccountId;
import dev.drayage.spi.Connector;
import dev.drayage.spi.ConnectorContext;
import dev.drayage.store.InMemorySyncStore;
import dev.drayage.testing.SettableTime;
import dev.drayage.testkit.shipstation.ShipStationSimulator;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.SplittableRandom;

/** A simulated ShipStation account on a clock that tests move, and connectors to it. */
final class ShipStationAccount implements AutoCloseable {
    static final Instant START = Instant.parse("2026-09-01T10:15:00Z");

    private static final HttpClient HTTP = ApiClient.standardTransport();

    final SettableTime time = new SettableTime(START);
    final ShipStationSimulator shipStation =
            ShipStationSimulator.builder(time).apiKey("key-1").start();
    private final InMemorySyncStore store = new InMemorySyncStore(time);

    ShipStationAccount() {
        shipStation.limit().unlimited();
    }

    /** A connector that is opened anew. */
    Connector connect() {
        return connect("se-28529731");
    }

    /** A connector whose orders leave from another warehouse. */
    Connector connect(String warehouse) {
        return new ShipStationProvider()
                .open(
                        ShipStationSettings.builder()
                                .account("MAIN")
                                .apiKey("key-1")
                                .erp(new AccountId("erp", "E1"))
                                .baseUrl(shipStation.endpoint())
                                .zone(ZoneId.of("America/Chicago"))
                                .warehouseId(warehouse)
                                .with(ShipStationSettings.SHIP_METHODS, ToldOrders.METHOD + "=se-123890/ups_ground")
                                .with(ShipStationSettings.CALLS_PER_MINUTE, "10000")
                                .build(),
                        new ConnectorContext(
                                time,
                                new SplittableRandom(1),
                                HTTP,
                                account -> store.connectorState("default", account)));
    }

    CallContext call() {
        return CallContext.within(Duration.ofMinutes(5), time, new Cancellation(), Priority.ORDERS);
    }

    /** The name by which the account knows an order. */
    static String externalId(String number) {
        return "erp:E1/id-" + number;
    }

    @Override
    public void close() {
        shipStation.close();
    }
}
