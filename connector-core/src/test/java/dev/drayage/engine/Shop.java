package dev.drayage.engine;

import dev.drayage.model.AccountId;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.model.SalesOrder;
import dev.drayage.store.InMemorySyncStore;
import dev.drayage.store.RecordEntry;
import dev.drayage.store.RecordQuery;
import dev.drayage.store.SyncStore;
import dev.drayage.sync.OrderSyncs;
import dev.drayage.testing.FakeConnector;
import dev.drayage.testing.FakeSink;
import dev.drayage.testing.FakeSource;
import dev.drayage.testing.FakeWorld;
import dev.drayage.testing.SampleOrders;
import dev.drayage.testing.SettableTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A shop, an ERP and an engine between them, on a clock that stands still unless told otherwise. */
final class Shop {
    static final Instant START = Instant.parse("2026-11-01T00:00:00Z");

    final SettableTime time = new SettableTime(START);
    final FakeWorld shopWorld = new FakeWorld(new AccountId("shop", "S1"), time);
    final FakeWorld erpWorld = new FakeWorld(new AccountId("erp", "E1"), time);
    final FakeConnector shop = new FakeConnector(shopWorld);
    final FakeConnector erp = new FakeConnector(erpWorld);
    final List<String> alarms = new ArrayList<>();
    final List<String> endings = new ArrayList<>();
    final List<SyncEvent> events = new ArrayList<>();
    SyncStore store = new InMemorySyncStore(time);
    OrderSyncs.Options options = OrderSyncs.Options.standard();
    String syncName = "orders";

    FakeSource<SalesOrder> source() {
        return shop.fakeSource(RecordType.SALES_ORDER);
    }

    FakeSink<SalesOrder> sink() {
        return erp.fakeSink(RecordType.SALES_ORDER);
    }

    RecordRef ref(String id) {
        return RecordRef.of(shopWorld.account(), RecordType.SALES_ORDER, id);
    }

    /** Orders placed a second apart, from now on. */
    void place(String... ids) {
        for (String id : ids) {
            shopWorld.put(SampleOrders.merchant(shopWorld.account(), id, time.instant()));
            time.advance(Duration.ofSeconds(1));
        }
    }

    SyncEngine engine() {
        return builder().build();
    }

    /** An engine without syncs and listeners. */
    SyncEngine.Builder bare() {
        return SyncEngine.builder().store(store).time(time).startAt(START);
    }

    SyncEngine.Builder builder() {
        return bare().sync(OrderSyncs.orders(syncName, shop, erp, options)).listener(new SyncListener() {
            @Override
            public void on(SyncEvent event) {
                events.add(event);
                event.tell(this);
            }

            @Override
            public void alarm(SyncEvent.Alarm event) {
                alarms.add(event.code() + " " + event.message());
            }

            @Override
            public void recordEnded(SyncEvent.RecordEnded event) {
                endings.add(event.ref().id() + " " + event.outcome());
            }
        });
    }

    /** Lets the settle delay pass and runs a fresh engine, as a host would after a restart. */
    RunReport run() {
        time.advance(Duration.ofMinutes(3));
        try (SyncEngine engine = engine()) {
            return engine.run(syncName, RunBudget.minutes(60));
        }
    }

    /** Events of one kind that were heard so far. */
    <E extends SyncEvent> List<E> heard(Class<E> kind) {
        return events.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** What people did and the engine wrote down, oldest first. */
    List<String> acts() {
        return store.ledger("default").audit(syncName, START, 100).stream()
                .map(act -> (act.actor() + " " + act.action() + " " + act.detail()).strip())
                .toList();
    }

    RecordEntry entry(String id) {
        return store.ledger("default")
                .records(RecordQuery.builder().sync(syncName).addRefs(ref(id)).build())
                .get(0);
    }

    List<String> booked() {
        return erpWorld.all(RecordType.SALES_ORDER).stream()
                .map(FakeWorld.Held::nativeKey)
                .sorted()
                .toList();
    }
}
