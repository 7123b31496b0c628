package dev.drayage.testing;

import dev.drayage.call.CallContext;
import dev.drayage.call.Cancellation;
import dev.drayage.call.Priority;
import dev.drayage.error.ErrorCode;
import dev.drayage.model.AccountId;
import dev.drayage.model.RecordType;
import dev.drayage.model.SalesOrder;
import dev.drayage.spi.Effect;
import dev.drayage.spi.EffectKey;
import dev.drayage.spi.RecordSink;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Orders written to a {@link FakeWorld}, as the contract of sinks wants them. */
public class FakeSinkAccount implements SinkUnderTest<SalesOrder> {
    private static final AccountId SHOP = new AccountId("shop", "S1");

    private final SettableTime time = new SettableTime(StoreSamples.NOON);
    private final FakeWorld world = new FakeWorld(new AccountId("erp", "E1"), time);
    private final FakeSink<SalesOrder> sink =
            new FakeConnector(world).fakeSink(RecordType.SALES_ORDER).refuse("never", ErrorCode.REFUSED_BY_TARGET);

    /** An empty world. */
    public FakeSinkAccount() {}

    /** The sink itself, to plant odd behaviour. */
    protected final FakeSink<SalesOrder> fake() {
        return sink;
    }

    @Override
    public RecordSink<SalesOrder> sink() {
        return sink;
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
    public final Instant now() {
        return time.instant();
    }

    @Override
    public final Effect<SalesOrder> effect(int number) {
        return effect("O-" + number);
    }

    @Override
    public final Effect<SalesOrder> refused() {
        return effect("never");
    }

    private Effect<SalesOrder> effect(String id) {
        SalesOrder order = SampleOrders.merchant(SHOP, id, StoreSamples.NOON);
        return Effect.of(
                new EffectKey(order.ref(), world.account(), "salesOrder"),
                "order/" + id,
                RecordType.SALES_ORDER,
                order,
                Effect.Mode.CREATE_ONCE);
    }

    @Override
    public final List<String> buyerTexts() {
        return List.of("Robin Example", "@example.com");
    }

    @Override
    public final long writes() {
        return world.writes().size();
    }

    @Override
    public final long standing() {
        return world.all(RecordType.SALES_ORDER).size();
    }

    @Override
    public final long requests() {
        return (long) sink.looks() + sink.batches().size();
    }

    @Override
    public void close() {}
}
