package dev.drayage.testing;

import dev.drayage.call.CallContext;
import dev.drayage.call.Cancellation;
import dev.drayage.call.Priority;
import dev.drayage.model.AccountId;
import dev.drayage.model.Money;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.model.SalesOrder;
import dev.drayage.spi.RecordSource;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Orders of a {@link FakeWorld}, as the contract of sources wants them. */
public class FakeSourceAccount implements SourceUnderTest<SalesOrder> {
    private final SettableTime time = new SettableTime(StoreSamples.NOON);
    private final FakeWorld world = new FakeWorld(new AccountId("shop", "S1"), time);
    private int made;

    /** An empty world. */
    public FakeSourceAccount() {}

    @Override
    public RecordSource<SalesOrder> connect() {
        return new FakeConnector(world)
                .fakeSource(RecordType.SALES_ORDER)
                .pageSize(2)
                .counted();
    }

    @Override
    public final AccountId account() {
        return world.account();
    }

    @Override
    public final CallContext call() {
        return CallContext.within(Duration.ofMinutes(5), time, new Cancellation(), Priority.ORDERS);
    }

    @Override
    public final Instant start() {
        return StoreSamples.NOON.plusSeconds(60);
    }

    @Override
    public final void passTo(Instant instant) {
        time.advanceTo(instant);
    }

    @Override
    public final RecordRef seed(Instant at) {
        passTo(at);
        SalesOrder order = SampleOrders.merchant(world.account(), "O-" + made++, at);
        world.put(order);
        return order.ref();
    }

    @Override
    public final void change(RecordRef ref, Instant at) {
        passTo(at);
        world.put(SampleOrders.order(world.account(), ref.id(), at)
                .lines(List.of(SampleOrders.line("L1", "MUG-BLUE", 1, "10.00")))
                .charges(List.of())
                .total(Money.of("10.00", "USD"))
                .build());
    }

    @Override
    public final RecordRef absent() {
        return RecordRef.of(world.account(), RecordType.SALES_ORDER, "never");
    }

    @Override
    public void close() {}
}
