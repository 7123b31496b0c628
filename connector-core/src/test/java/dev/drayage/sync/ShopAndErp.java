package dev.drayage.sync;

import dev.drayage.engine.Journey;
import dev.drayage.engine.RunBudget;
import dev.drayage.engine.RunReport;
import dev.drayage.engine.SyncEngine;
import dev.drayage.engine.SyncEvent;
import dev.drayage.engine.SyncListener;
import dev.drayage.model.AccountId;
import dev.drayage.model.BuyingCompany;
import dev.drayage.model.CommerceRecord;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.model.SalesOrder;
import dev.drayage.store.InMemorySyncStore;
import dev.drayage.store.RecordEntry;
import dev.drayage.store.RecordQuery;
import dev.drayage.store.SyncStore;
import dev.drayage.testing.FakeConnector;
import dev.drayage.testing.FakeWorld;
import dev.drayage.testing.SampleBooks;
import dev.drayage.testing.SampleOrders;
import dev.drayage.testing.SettableTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A shop, an ERP whose books refuse what books refuse, and all syncs of orders, businesses and money between them. */
final class ShopAndErp {
    static final Instant START = Instant.parse("2026-11-01T00:00:00Z");
    static final String ORDERS = "orders";
    static final String COMPANIES = "companies";
    static final String REFUNDS = "refunds";
    static final String PAYOUTS = "payouts";

    final SettableTime time = new SettableTime(START);
    final FakeWorld shop = new FakeWorld(new AccountId("shop", "S1"), time);
    final FakeWorld erp = new FakeWorld(new AccountId("erp", "E1"), time);
    final FakeConnector storefront = new FakeConnector(shop);
    final FakeConnector books = new FakeConnector(erp);
    final List<String> alarms = new ArrayList<>();
    SyncStore store = new InMemorySyncStore(time);
    OrderSyncs.Options orders = OrderSyncs.Options.standard();
    CompanySyncs.Options companies = CompanySyncs.Options.standard();
    PayoutSyncs.Options payouts = PayoutSyncs.Options.standard();

    SyncEngine engine() {
        return SyncEngine.builder()
                .store(store)
                .time(time)
                .startAt(START)
                .sync(OrderSyncs.orders(ORDERS, storefront, books, orders))
                .sync(CompanySyncs.toErp(COMPANIES, storefront, books, companies))
                .sync(RefundSyncs.toErp(storefront, books))
                .sync(PayoutSyncs.toErp(PAYOUTS, storefront, books, payouts))
                .listener(new SyncListener() {
                    @Override
                    public void alarm(SyncEvent.Alarm event) {
                        alarms.add(event.code() + " " + event.message());
                    }
                })
                .build();
    }

    /** Lets the settle delay pass and runs one sync with a fresh engine, as a host would after a restart. */
    RunReport run(String sync) {
        time.advance(Duration.ofMinutes(3));
        try (SyncEngine engine = engine()) {
            return engine.run(sync, RunBudget.minutes(60));
        }
    }

    /** Everything is read again, whatever the checkpoint says. */
    RunReport runFromTheStart(String sync) {
        try (SyncEngine engine = engine()) {
            engine.operations(sync, "ann").reset();
        }
        return run(sync);
    }

    /** The ledger is lost. */
    void emptyStore() {
        store = new InMemorySyncStore(time);
    }

    Journey journey(String id) {
        try (SyncEngine engine = engine()) {
            return engine.journey(id);
        }
    }

    RecordEntry entry(String sync, RecordType<?> type, String id) {
        return store.ledger("default")
                .records(RecordQuery.builder()
                        .sync(sync)
                        .addRefs(RecordRef.of(shop.account(), type, id))
                        .build())
                .get(0);
    }

    RecordEntry order(String id) {
        return entry(ORDERS, RecordType.SALES_ORDER, id);
    }

    /** An order of 59.85 dollars. */
    SalesOrder.Builder orderOf(String id) {
        return SampleOrders.order(shop.account(), id, START);
    }

    /** The same, of a business at its main place. */
    SalesOrder.Builder orderOf(String id, String company) {
        return orderOf(id)
                .company(new BuyingCompany(
                        RecordRef.of(shop.account(), RecordType.COMPANY, company),
                        Optional.of(SampleBooks.locationRef(shop.account(), company + "-main")),
                        Optional.empty()));
    }

    /** What the ERP holds under the key of a writer. */
    FakeWorld.Held held(RecordType<?> type, String nativeKey) {
        return erp.byKey(type, nativeKey).orElseThrow(() -> new AssertionError("no " + type + " " + nativeKey));
    }

    /** The content of the one record of a type. */
    <T extends CommerceRecord> T only(RecordType<T> type) {
        List<FakeWorld.Held> all = erp.all(type);
        if (all.size() != 1) {
            throw new AssertionError("one " + type + " was expected, not " + all);
        }
        return type.recordClass().cast(all.get(0).record());
    }

    /** Writes from the given one on. */
    List<String> writesSince(int number) {
        List<String> writes = erp.writes();
        return writes.subList(number, writes.size());
    }
}
