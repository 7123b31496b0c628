package dev.drayage.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.error.ErrorCode;
import dev.drayage.error.OutcomeUnknownException;
import dev.drayage.model.AccountId;
import dev.drayage.spi.SinkTraits;
import dev.drayage.store.RecordQuery;
import dev.drayage.store.RecordState;
import dev.drayage.sync.OrderSyncs;
import dev.drayage.testing.FakeConnector;
import dev.drayage.testing.FakeWorld;
import dev.drayage.testing.SampleOrders;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** One node loses an answer, another one finds out how it ended, then the first one goes on. */
class LaneOfAnotherNodeTest {
    @Test
    void G8_a_lane_that_another_node_cleared_is_free_on_this_one_too() {
        Shop shop = new Shop();
        shop.erp.traits(new SinkTraits(1, SinkTraits.Recovery.UNIQUE_KEY, Duration.ofMinutes(2), 0));
        FakeWorld second = new FakeWorld(new AccountId("shop", "S2"), shop.time);
        FakeConnector secondShop = new FakeConnector(second);
        SyncEngine one = node(shop, secondShop);
        SyncEngine other = node(shop, secondShop);
        one.run("second", RunBudget.minutes(5));
        shop.place("A");
        shop.time.advance(Duration.ofMinutes(3));
        shop.sink().outage(new OutcomeUnknownException(ErrorCode.OUTCOME_UNKNOWN, "no answer"));
        assertThat(one.run("orders", RunBudget.minutes(5)).count(Outcome.OPEN)).isEqualTo(1);
        shop.sink().outage(null);
        shop.time.advance(Duration.ofHours(1));
        other.run("orders", RunBudget.minutes(5));
        assertThat(shop.booked()).containsExactly("salesOrder-A");
        second.put(SampleOrders.merchant(second.account(), "A", shop.time.instant())); // the same lane
        for (int i = 0; i < 20; i++) {
            shop.time.advance(Duration.ofHours(2));
            one.run("orders", RunBudget.minutes(5));
            one.run("second", RunBudget.minutes(5));
        }
        assertThat(shop.store
                        .ledger("default")
                        .records(RecordQuery.builder().sync("second").build()))
                .singleElement()
                .satisfies(record ->
                        assertThat(record.state()).as(record.message()).isEqualTo(RecordState.SETTLED));
    }

    private static SyncEngine node(Shop shop, FakeConnector secondShop) {
        return shop.builder()
                .sync(OrderSyncs.orders("second", secondShop, shop.erp, shop.options))
                .build();
    }
}
