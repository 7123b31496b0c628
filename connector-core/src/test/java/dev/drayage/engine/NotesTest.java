package dev.drayage.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.model.Money;
import dev.drayage.spi.SinkTraits;
import dev.drayage.store.EffectEntry;
import dev.drayage.store.EffectState;
import dev.drayage.store.RecordState;
import dev.drayage.testing.SampleOrders;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a sink finds worth knowing when it compares what was written. */
class NotesTest {
    private final Shop shop = new Shop();

    @BeforeEach
    void what_was_written_is_compared() {
        shop.erp.traits(new SinkTraits(2, SinkTraits.Recovery.UNIQUE_KEY, Duration.ZERO, 2));
    }

    @Test
    void G9_what_is_worth_knowing_is_kept_with_the_effect_and_alarms_nobody() {
        shop.sink().remark("A", "the carriage was rounded");
        shop.place("A", "B");
        shop.run();
        EffectEntry effect = effect("A");
        assertThat(effect.state()).isEqualTo(EffectState.BOUND);
        assertThat(effect.note()).isEqualTo("the carriage was rounded");
        assertThat(effect("B").note()).isEmpty();
        assertThat(shop.alarms).isEmpty();
        assertThat(shop.entry("A").state()).isEqualTo(RecordState.SETTLED);
    }

    @Test
    void G9_a_journey_by_either_systems_id_shows_it() {
        shop.sink().remark("A", "the carriage was rounded");
        shop.place("A");
        shop.run();
        try (SyncEngine engine = shop.engine()) {
            for (String id : new String[] {"A", "of-salesOrder-A"}) {
                assertThat(engine.journey(id).effects())
                        .extracting(EffectEntry::note)
                        .containsExactly("the carriage was rounded");
            }
        }
    }

    @Test
    void G9_what_is_found_at_each_of_several_writes_is_said_once() {
        shop.options = shop.options.followingChanges(true);
        shop.sink().remark("A", "the carriage was rounded");
        shop.place("A");
        shop.run();
        shop.shopWorld.put(SampleOrders.order(shop.shopWorld.account(), "A", shop.time.instant())
                .charges(List.of())
                .total(Money.of("51.90", "USD"))
                .build());
        shop.run();
        assertThat(shop.erpWorld.writes()).hasSize(2);
        assertThat(effect("A").note()).isEqualTo("the carriage was rounded");
    }

    @Test
    void G4_a_problem_parks_the_record_as_before() {
        shop.sink().finding("A", "the total is off");
        shop.place("A");
        shop.run();
        assertThat(shop.entry("A").state()).isEqualTo(RecordState.PARKED);
        assertThat(effect("A").note()).isEmpty();
    }

    private EffectEntry effect(String order) {
        try (SyncEngine engine = shop.engine()) {
            return engine.journey(order).effects().get(0);
        }
    }
}
