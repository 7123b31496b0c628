package dev.drayage.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.model.Money;
import dev.drayage.store.InMemorySyncStore;
import dev.drayage.store.RecordState;
import dev.drayage.testing.SampleOrders;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An order that lost a line is the first thing that a new ledger hears of it. */
class ChangedAfterEmptiedLedgerTest {
    @Test
    void G6_an_order_that_stands_at_the_target_with_another_total_needs_a_person_also_with_an_empty_ledger() {
        Shop shop = new Shop();
        Instant placed = shop.time.instant();
        shop.place("A");
        shop.run();
        shop.time.advance(Duration.ofHours(1));
        shop.store = new InMemorySyncStore(shop.time);
        shop.shopWorld.put(SampleOrders.order(shop.shopWorld.account(), "A", placed)
                .updatedAt(shop.time.instant())
                .lines(List.of(SampleOrders.line("L1", "MUG-BLUE", 2, "39.90")))
                .total(Money.of("47.85", "USD"))
                .build());
        shop.run();
        shop.run();
        assertThat(shop.booked()).hasSize(1);
        assertThat(shop.alarms).as("somebody is told that the amounts differ").isNotEmpty();
        assertThat(shop.entry("A").state()).isEqualTo(RecordState.PARKED);
    }
}
