package dev.drayage.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.engine.Journey;
import dev.drayage.engine.Outcome;
import dev.drayage.engine.RunBudget;
import dev.drayage.engine.RunReport;
import dev.drayage.engine.SyncEngine;
import dev.drayage.model.AccountId;
import dev.drayage.model.RecordType;
import dev.drayage.store.EffectEntry;
import dev.drayage.store.EffectState;
import dev.drayage.store.InMemorySyncStore;
import dev.drayage.store.RecordState;
import dev.drayage.store.SyncStore;
import dev.drayage.sync.OrderSyncs;
import dev.drayage.testing.FakeConnector;
import dev.drayage.testing.FakeWorld;
import dev.drayage.testing.SampleOrders;
import dev.drayage.testing.SettableTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** "Concepts": one order and one lost answer, with what the ledger says afterwards. */
class ConceptsSnippetsTest {
    private final SettableTime time = new SettableTime(Instant.parse("2026-11-20T12:00:00Z"));
    private final FakeWorld shop = new FakeWorld(new AccountId("shop", "S1"), time);
    private final FakeWorld books = new FakeWorld(new AccountId("erp", "E1"), time);
    private final FakeConnector storefront = new FakeConnector(shop);
    private final FakeConnector erp = new FakeConnector(books);
    private final SyncStore store = new InMemorySyncStore(time);
    private final SyncEngine engine = SyncEngine.builder()
            .store(store)
            .time(time)
            .sync(OrderSyncs.orders("orders", storefront, erp, OrderSyncs.Options.standard()))
            .build();

    private RunReport run() {
        time.advance(Duration.ofMinutes(3));
        return engine.run("orders", RunBudget.minutes(5));
    }

    @Test
    void one_order() {
        run();
        // tag::concepts-order[]
        shop.put(SampleOrders.merchant(shop.account(), "1001", time.instant()));
        RunReport report = run();
        assertThat(report.count(Outcome.APPLIED)).isEqualTo(1);

        Journey journey = engine.journey("1001");
        assertThat(journey.records().get(0).state()).isEqualTo(RecordState.SETTLED);
        EffectEntry effect = journey.effects().get(0);
        assertThat(effect.key()).hasToString("shop:S1/salesOrder/1001 erp:E1 salesOrder");
        assertThat(effect.state()).isEqualTo(EffectState.BOUND);
        assertThat(effect.target())
                .hasValueSatisfying(ref -> assertThat(ref.account()).isEqualTo(erp.account()));
        // end::concepts-order[]
    }

    @Test
    void one_lost_answer() {
        run();
        // tag::concepts-lost[]
        erp.fakeSink(RecordType.SALES_ORDER).loseAnswers(1);
        shop.put(SampleOrders.merchant(shop.account(), "1002", time.instant()));
        RunReport report = run();

        assertThat(report.count(Outcome.APPLIED)).isEqualTo(1);
        assertThat(books.writes()).containsExactly("create salesOrder salesOrder-1002");
        // end::concepts-lost[]
    }
}
