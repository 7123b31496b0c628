package dev.drayage.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drayage.call.Priority;
import dev.drayage.engine.SyncPolicy;
import dev.drayage.engine.Translated;
import dev.drayage.model.AccountId;
import dev.drayage.model.InventoryLevel;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.spi.Effect;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How many units are promised of what is available. */
class PromiseTest {
    private static String promise(PromiseSyncs.Options options, String available) {
        return options.promise(new BigDecimal(available)).toPlainString();
    }

    @Test
    void what_is_available_is_promised_less_the_buffer_and_never_below_zero() {
        PromiseSyncs.Options keeping = PromiseSyncs.Options.standard().keeping(3);
        assertThat(promise(keeping, "10")).isEqualTo("7");
        assertThat(promise(keeping, "3")).isEqualTo("0");
        assertThat(promise(keeping, "2")).isEqualTo("0");
        assertThat(promise(PromiseSyncs.Options.standard(), "-4")).isEqualTo("0");
    }

    @Test
    void half_a_unit_is_no_unit() {
        assertThat(promise(PromiseSyncs.Options.standard(), "4.99")).isEqualTo("4");
        assertThat(promise(PromiseSyncs.Options.standard().sharing(new BigDecimal("0.5")), "5"))
                .isEqualTo("2");
    }

    @Test
    void no_more_than_the_bound_is_promised() {
        assertThat(promise(PromiseSyncs.Options.standard().atMost(25), "400")).isEqualTo("25");
        assertThat(promise(PromiseSyncs.Options.standard().atMost(25), "4")).isEqualTo("4");
    }

    private static Translated told(PromiseSyncs.Options options, Optional<String> location) {
        InventoryLevel.Builder level = InventoryLevel.builder();
        level.ref(RecordRef.of(new AccountId("netsuite", "1"), RecordType.INVENTORY_LEVEL, "98"))
                .sku("MUG")
                .location(location)
                .countedAt(Instant.EPOCH)
                .available(new BigDecimal("9"));
        return new PromiseSyncs.PromiseTranslation(new AccountId("shop", "1"), options).translate(level.build());
    }

    @Test
    void levels_of_locations_are_told_unless_totals_are_asked_for() {
        PromiseSyncs.Options standard = PromiseSyncs.Options.standard();
        assertThat(told(standard, Optional.of("6"))).isInstanceOf(Translated.Effects.class);
        assertThat(told(standard, Optional.empty()))
                .isInstanceOfSatisfying(
                        Translated.Skip.class, skip -> assertThat(skip.reason()).contains("total"));
    }

    @Test
    void totals_are_told_alone_where_they_are_asked_for_whatever_else_is_chosen_after() {
        PromiseSyncs.Options totals = PromiseSyncs.Options.standard()
                .telling(PromiseSyncs.Levels.TOTAL)
                .keeping(2)
                .sharing(BigDecimal.ONE)
                .atMost(5)
                .with(SyncPolicy.defaults(Priority.CATALOG));
        assertThat(told(totals, Optional.of("6")))
                .isInstanceOfSatisfying(
                        Translated.Skip.class, skip -> assertThat(skip.reason()).contains("location 6"));
        assertThat(told(totals, Optional.empty())).isInstanceOfSatisfying(Translated.Effects.class, told -> {
            Effect<?> effect = told.effects().get(0);
            assertThat(((InventoryLevel) effect.record()).available()).contains(new BigDecimal("5"));
            assertThat(effect.key().purpose()).isEqualTo("promise");
        });
    }

    @Test
    void what_is_on_hand_is_not_told_where_something_is_kept_back() {
        InventoryLevel.Builder level = InventoryLevel.builder();
        level.ref(RecordRef.of(new AccountId("netsuite", "1"), RecordType.INVENTORY_LEVEL, "98-6"))
                .sku("MUG")
                .location("6")
                .countedAt(Instant.EPOCH)
                .onHand(new BigDecimal("12"))
                .available(new BigDecimal("9"));
        InventoryLevel there = level.build();
        assertThat(promisedOf(PromiseSyncs.Options.standard(), there).onHand()).contains(new BigDecimal("12"));
        assertThat(promisedOf(PromiseSyncs.Options.standard().keeping(5), there).onHand())
                .isEmpty();
    }

    private static InventoryLevel promisedOf(PromiseSyncs.Options options, InventoryLevel level) {
        Translated told = new PromiseSyncs.PromiseTranslation(new AccountId("shop", "1"), options).translate(level);
        return (InventoryLevel) ((Translated.Effects) told).effects().get(0).record();
    }

    @Test
    void a_part_outside_its_range_is_refused() {
        assertThatThrownBy(() -> PromiseSyncs.Options.standard().sharing(new BigDecimal("1.1")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PromiseSyncs.Options.standard().keeping(-1))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
