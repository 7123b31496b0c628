package dev.drayage.threepl;

import dev.drayage.call.CallContext;
import dev.drayage.model.AccountId;
import dev.drayage.model.ItemFulfillment;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.spi.Connector;
import dev.drayage.spi.Effect;
import dev.drayage.spi.RecordSource;
import dev.drayage.testing.SourceUnderTest;
import dev.drayage.testkit.shipstation.Fulfillment;
import dev.drayage.testkit.shipstation.Packing;
import java.time.Duration;
import java.time.Instant;

/** A simulated account whose people ship, and take back what they shipped; its lists tell of it minutes later. */
final class ShipStationDepartures implements SourceUnderTest<ItemFulfillment> {
    private final ShipStationAccount world = new ShipStationAccount();
    private final Kind kind;
    private int made;

    /** How goods leave. */
    enum Kind {
        /** With a label of the account. */
        LABEL,
        /** From elsewhere, and are marked as shipped. */
        FULFILLMENT
    }

    ShipStationDepartures(Kind kind) {
        this.kind = kind;
        world.shipStation.listsLag(Duration.ofMinutes(4));
    }

    @Override
    public RecordSource<ItemFulfillment> connect() {
        return world.connect().source(RecordType.ITEM_FULFILLMENT).orElseThrow();
    }

    @Override
    public AccountId account() {
        return new AccountId("shipstation", "MAIN");
    }

    @Override
    public CallContext call() {
        return world.call();
    }

    @Override
    public Instant start() {
        return ShipStationAccount.START.plusSeconds(60);
    }

    @Override
    public void passTo(Instant instant) {
        world.time.advanceTo(instant);
    }

    @Override
    public RecordRef seed(Instant at) {
        passTo(at);
        String number = "SO" + made++;
        try (Connector connector = world.connect()) {
            new ToldOrders(connector, call()).tell(number, 1, Effect.Mode.CREATE_OR_UPDATE);
        }
        return ref(shipped(ShipStationAccount.externalId(number)));
    }

    private String shipped(String order) {
        if (kind == Kind.LABEL) {
            return "label:"
                    + world.shipStation
                            .desk()
                            .buyLabel(order, Packing.everything())
                            .labelId();
        }
        Fulfillment left = world.shipStation.desk().markShipped(order, "fedex", "79460000000" + made);
        return "fulfillment:" + left.shipmentId() + "/" + left.fulfillmentId();
    }

    @Override
    public void change(RecordRef ref, Instant at) {
        passTo(at);
        if (kind == Kind.LABEL) {
            world.shipStation.desk().voidLabel(ref.id().substring("label:".length()));
        } else {
            world.shipStation.desk().voidFulfillment(ref.id().substring(ref.id().indexOf('/') + 1));
        }
    }

    @Override
    public RecordRef absent() {
        return ref(kind == Kind.LABEL ? "label:se-999999999" : "fulfillment:se-999999998/se-999999999");
    }

    private RecordRef ref(String id) {
        return RecordRef.of(account(), RecordType.ITEM_FULFILLMENT, id);
    }

    @Override
    public void close() {
        world.close();
    }
}
