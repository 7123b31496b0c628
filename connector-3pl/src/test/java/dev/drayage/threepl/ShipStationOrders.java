package dev.drayage.threepl;

import dev.drayage.call.CallContext;
import dev.drayage.model.AccountId;
import dev.drayage.model.Address;
import dev.drayage.model.RecordType;
import dev.drayage.model.WarehouseOrder;
import dev.drayage.spi.Connector;
import dev.drayage.spi.Effect;
import dev.drayage.spi.RecordSink;
import dev.drayage.testing.SinkUnderTest;
import dev.drayage.testkit.shipstation.ShipmentStatus;
import java.time.Instant;
import java.util.List;

/** A simulated account into which orders are put. */
final class ShipStationOrders implements SinkUnderTest<WarehouseOrder> {
    private final ShipStationAccount world = new ShipStationAccount();
    private final Connector connector = world.connect();

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
        return world.call();
    }

    @Override
    public Instant now() {
        return world.time.instant();
    }

    @Override
    public Effect<WarehouseOrder> effect(int number) {
        return ToldOrders.effect(account(), "SO" + number, 1, ToldOrders.METHOD, Effect.Mode.CREATE_OR_UPDATE);
    }

    /** A country that the account does not know, which it says in an answer of 200. */
    @Override
    public Effect<WarehouseOrder> refused() {
        Effect<WarehouseOrder> taken = effect(9);
        Address address = taken.record().shipTo().orElseThrow();
        WarehouseOrder order = WarehouseOrder.builder()
                .from(taken.record())
                .shipTo(Address.builder().from(address).countryCode("USA").build())
                .build();
        return Effect.of(taken.key(), taken.lane(), taken.type(), order, taken.mode());
    }

    @Override
    public List<String> buyerTexts() {
        return List.of("Jane", "Main St", "jane@example.com", "555 0100", "at the door");
    }

    @Override
    public long writes() {
        return world.shipStation.journal().writes().size();
    }

    @Override
    public long standing() {
        return world.shipStation.shipments().stream()
                .filter(shipment -> shipment.status() != ShipmentStatus.CANCELLED)
                .count();
    }

    @Override
    public long requests() {
        return world.shipStation.traffic().requests();
    }

    @Override
    public void close() {
        connector.close();
        world.close();
    }
}
