package dev.drayage.threepl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.call.CallContext;
import dev.drayage.model.AccountId;
import dev.drayage.model.Address;
import dev.drayage.model.RecordType;
import dev.drayage.model.WarehouseOrder;
import dev.drayage.spi.Connector;
import dev.drayage.spi.Effect;
import dev.drayage.spi.EffectOutcome;
import dev.drayage.spi.RecordSink;
import dev.drayage.testing.SinkUnderTest;
import dev.drayage.testkit.shipstation.Packing;
import dev.drayage.testkit.shipstation.ShipmentStatus;
import java.time.Instant;
import java.util.List;

/** A simulated account into which orders are put, or which is told that they are called off. */
final class ShipStationOrders implements SinkUnderTest<WarehouseOrder> {
    private static final int SHIPPED = 9;

    private final ShipStationAccount world = new ShipStationAccount();
    private final Connector connector = world.connect();
    private final Effect.Mode mode;
    private long before;

    private ShipStationOrders(Effect.Mode mode) {
        this.mode = mode;
    }

    /** Orders that the account has not heard of. */
    static ShipStationOrders told() {
        return new ShipStationOrders(Effect.Mode.CREATE_OR_UPDATE);
    }

    /** Orders that the account has, and that are to be called off; one of them has left. */
    static ShipStationOrders calledOff() {
        ShipStationOrders orders = new ShipStationOrders(Effect.Mode.VOID);
        ToldOrders told = new ToldOrders(orders.connector, orders.call());
        for (int number : List.of(0, 1, 2, SHIPPED)) {
            told.tell("SO" + number, 1, Effect.Mode.CREATE_OR_UPDATE);
        }
        assertThat(told.outcomes())
                .hasSize(4)
                .allSatisfy(outcome -> assertThat(outcome).isInstanceOf(EffectOutcome.Applied.class));
        orders.world.shipStation.desk().buyLabel(ShipStationAccount.externalId("SO" + SHIPPED), Packing.everything());
        orders.before = orders.writes();
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
        return world.call();
    }

    @Override
    public Instant now() {
        return world.time.instant();
    }

    @Override
    public Effect<WarehouseOrder> effect(int number) {
        return ToldOrders.effect(account(), "SO" + number, 1, ToldOrders.METHOD, mode);
    }

    /** A country that the account does not know, which it says in an answer of 200; or an order that has left. */
    @Override
    public Effect<WarehouseOrder> refused() {
        Effect<WarehouseOrder> taken = effect(SHIPPED);
        if (mode == Effect.Mode.VOID) {
            return taken;
        }
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
        return world.shipStation.journal().writes().size() - before;
    }

    @Override
    public long standing() {
        return world.shipStation.shipments().stream()
                .filter(shipment -> (shipment.status() == ShipmentStatus.CANCELLED) == (mode == Effect.Mode.VOID))
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
