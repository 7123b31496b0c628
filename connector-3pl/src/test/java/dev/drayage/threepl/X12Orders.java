package dev.drayage.threepl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.call.CallContext;
import dev.drayage.call.Cancellation;
import dev.drayage.call.Priority;
import dev.drayage.model.AccountId;
import dev.drayage.model.RecordType;
import dev.drayage.model.WarehouseOrder;
import dev.drayage.spi.Connector;
import dev.drayage.spi.ConnectorContext;
import dev.drayage.spi.Effect;
import dev.drayage.spi.EffectOutcome;
import dev.drayage.spi.RecordSink;
import dev.drayage.store.InMemorySyncStore;
import dev.drayage.testing.SettableTime;
import dev.drayage.testing.SinkUnderTest;
import dev.drayage.testing.UncalledHttpClient;
import dev.drayage.testkit.warehouse.OrderStatus;
import dev.drayage.testkit.warehouse.ReceivedOrder;
import dev.drayage.testkit.warehouse.SftpDoor;
import dev.drayage.testkit.warehouse.SftpOperation;
import dev.drayage.testkit.warehouse.WarehouseSimulator;
import dev.drayage.threepl.exchange.ExchangeSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** A simulated warehouse behind SFTP that takes orders and cancellations over X12 and acknowledges none. */
final class X12Orders implements SinkUnderTest<WarehouseOrder> {
    private final SettableTime time = new SettableTime(Instant.parse("2026-11-21T00:00:00Z"));
    private final InMemorySyncStore store = new InMemorySyncStore(time);
    private final Effect.Mode mode;
    private final WarehouseSimulator warehouse;
    private final SftpDoor door;
    private final Connector connector;
    private long before;

    private X12Orders(Effect.Mode mode, Path area, Path spool) {
        this.mode = mode;
        warehouse = WarehouseSimulator.builder(time, area)
                .production(true)
                .stockOfOtherArticles(100)
                .open();
        door = SftpDoor.builder(area).user("acme", "secret").open();
        connector = new WarehouseX12Provider()
                .open(
                        WarehouseX12Settings.builder()
                                .warehouse("W1")
                                .parties(X12Envelope.US, X12Envelope.THEM)
                                .zone(ZoneId.of("America/Chicago"))
                                .sftp(door.host(), door.user(), door.hostKeyFingerprint())
                                .sftpPort(door.port())
                                .sftpPassword(door.password())
                                .spool(spool)
                                .folders("toWarehouse", "fromWarehouse")
                                .with(ExchangeSettings.SETTLE, "PT0S")
                                .with(FileWarehouseSettings.TAKES_CANCELLATIONS, "true")
                                .with(WarehouseX12Settings.ACKNOWLEDGED_WITHIN, "PT0S")
                                .with(FileWarehouseSettings.SHIP_METHODS, ToldOrders.METHOD + "=PP:U:UPSN:UPS GROUND")
                                .build(),
                        new ConnectorContext(
                                time,
                                new SplittableRandom(1),
                                new UncalledHttpClient(),
                                account -> store.connectorState("default", account)));
    }

    /** Orders that the warehouse has not heard of. */
    static X12Orders told(Path area, Path spool) {
        return new X12Orders(Effect.Mode.CREATE_OR_UPDATE, area, spool);
    }

    /** Orders that the warehouse has, and that are to be called off. */
    static X12Orders calledOff(Path area, Path spool) {
        X12Orders orders = new X12Orders(Effect.Mode.VOID, area, spool);
        ToldOrders told = new ToldOrders(orders.connector, orders.call());
        for (int i = 0; i < 3; i++) {
            told.tell("SO" + i, 1, Effect.Mode.CREATE_OR_UPDATE);
        }
        assertThat(told.outcomes())
                .hasSize(3)
                .allSatisfy(outcome -> assertThat(outcome).isInstanceOf(EffectOutcome.Applied.class));
        orders.before = orders.documents();
        return orders;
    }

    @Override
    public RecordSink<WarehouseOrder> sink() {
        return connector.sink(RecordType.WAREHOUSE_ORDER).orElseThrow();
    }

    @Override
    public AccountId account() {
        return connector.account();
    }

    @Override
    public CallContext call() {
        return CallContext.within(Duration.ofMinutes(5), time, new Cancellation(), Priority.ORDERS);
    }

    @Override
    public Instant now() {
        return time.instant();
    }

    @Override
    public Effect<WarehouseOrder> effect(int number) {
        return ToldOrders.effect(account(), "SO" + number, 1, ToldOrders.METHOD, mode);
    }

    /** A number that X12 has no letters for. */
    @Override
    public Effect<WarehouseOrder> refused() {
        return ToldOrders.effect(account(), "SØ9", 1, ToldOrders.METHOD, mode);
    }

    @Override
    public List<String> buyerTexts() {
        return List.of("Jane", "Main St", "jane@example.com", "555 0100", "at the door");
    }

    @Override
    public long writes() {
        return documents() - before;
    }

    /** What the warehouse has read by now, each copy of a document too. */
    private long documents() {
        return warehouse.duplicates()
                + read().stream()
                        .mapToLong(order -> order.originals() + order.changes() + order.cancels())
                        .sum();
    }

    private List<ReceivedOrder> read() {
        warehouse.work();
        assertThat(warehouse.complaints()).isEmpty();
        return warehouse.orders();
    }

    @Override
    public long standing() {
        return read().stream()
                .filter(order -> (order.status() == OrderStatus.CANCELLED) == (mode == Effect.Mode.VOID))
                .count();
    }

    @Override
    public long requests() {
        return Arrays.stream(SftpOperation.values()).mapToLong(door::count).sum();
    }

    @Override
    public void close() {
        connector.close();
        door.close();
    }
}
