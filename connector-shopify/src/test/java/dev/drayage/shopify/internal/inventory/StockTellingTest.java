package dev.drayage.shopify.internal.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drayage.error.ErrorCode;
import dev.drayage.error.OutcomeUnknownException;
import dev.drayage.model.InventoryLevel;
import dev.drayage.model.RecordType;
import dev.drayage.shopify.StockQuantity;
import dev.drayage.shopify.internal.StockedShop;
import dev.drayage.spi.Effect;
import dev.drayage.spi.EffectOutcome;
import dev.drayage.spi.Existing;
import dev.drayage.spi.Intent;
import dev.drayage.spi.Prepared;
import dev.drayage.spi.RecordSink;
import dev.drayage.spi.Resolution;
import dev.drayage.spi.Violation;
import dev.drayage.testkit.shopify.AcceptedWrite;
import dev.drayage.testkit.shopify.ShopifySimulator;
import dev.drayage.testkit.shopify.StockLocation;
import dev.drayage.testkit.shopify.Variant;
import dev.drayage.testkit.wire.Fault;
import dev.drayage.testkit.wire.WireRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StockTellingTest {
    private final StockedShop at = new StockedShop();

    @AfterEach
    void close() {
        assertThat(at.shop.traffic().violations()).isEmpty();
        at.close();
    }

    private RecordSink<InventoryLevel> sink() {
        return at.sink(RecordType.INVENTORY_LEVEL);
    }

    private Prepared<InventoryLevel> prepared(StockTruths level) {
        return sink().prepare(level.effect(), Optional.empty(), Map.of());
    }

    private List<EffectOutcome> apply(StockTruths... levels) {
        List<Prepared<InventoryLevel>> batch =
                Arrays.stream(levels).map(this::prepared).toList();
        Map<?, EffectOutcome> outcomes = sink().apply(batch, at.call());
        return batch.stream().map(each -> outcomes.get(each.key())).toList();
    }

    private Violation rejection(StockTruths level) {
        EffectOutcome outcome = apply(level).get(0);
        assertThat(outcome).isInstanceOf(EffectOutcome.Rejected.class);
        return ((EffectOutcome.Rejected) outcome).violations().list().get(0);
    }

    private int quantity(Variant variant, StockLocation location, String name) {
        return variant.item().level(location).orElseThrow().quantity(name);
    }

    private int shirts() {
        return quantity(at.shirt, at.east, "available");
    }

    private long calls() {
        return at.shop.traffic().count("inventorySetQuantities");
    }

    /** Something happens at the shop just before a call that sets quantities arrives there. */
    private void beforeEachSet(IntConsumer happens) {
        AtomicInteger seen = new AtomicInteger();
        Predicate<WireRequest> watching = request -> {
            if (request.text().contains("mutation InventorySet")) {
                happens.accept(seen.incrementAndGet());
            }
            return false;
        };
        at.shop.faults().next(1, Fault.RESET, watching);
    }

    @Test
    void a_quantity_is_set_with_its_reason_and_the_erps_record_behind_it() {
        assertThat(apply(StockTruths.available("SHIRT-1", "7"))).allMatch(EffectOutcome.Applied.class::isInstance);

        assertThat(shirts()).isEqualTo(7);
        AcceptedWrite write = at.shop.journal().writes().get(0);
        assertThat(write.arguments().toString())
                .contains("reason=correction", "gid://drayage/InventoryLevel/SHIRT-1%40Main+Warehouse")
                .contains("changeFromQuantity=10");
    }

    @Test
    void a_quantity_that_is_there_already_costs_no_write() {
        assertThat(apply(StockTruths.available("SHIRT-1", "10"))).allMatch(EffectOutcome.Unchanged.class::isInstance);
        assertThat(calls()).isZero();
    }

    @Test
    void less_than_nothing_is_nothing() {
        apply(StockTruths.available("SHIRT-1", "-3"));
        assertThat(shirts()).isZero();
    }

    @Test
    void on_hand_is_set_where_the_setting_says_so_and_shopify_takes_off_what_it_committed() {
        at.order();
        at.settings.stockQuantity(StockQuantity.ON_HAND);

        apply(StockTruths.onHand("SHIRT-1", "20"));

        assertThat(quantity(at.shirt, at.east, "on_hand")).isEqualTo(20);
        assertThat(shirts()).isEqualTo(18);
        assertThat(rejection(StockTruths.available("SHIRT-1", "20")).code()).isEqualTo(ErrorCode.RECORD_UNREADABLE);
    }

    @Test
    void many_quantities_go_in_one_call() {
        assertThat(apply(
                        StockTruths.available("SHIRT-1", "7"),
                        StockTruths.available("SHIRT-1", "8").at("Second Warehouse"),
                        StockTruths.available("MUG-1", "9")))
                .allMatch(EffectOutcome.Applied.class::isInstance);
        assertThat(calls()).isEqualTo(1);
        assertThat(shirts()).isEqualTo(7);
        assertThat(quantity(at.shirt, at.west, "available")).isEqualTo(8);
        assertThat(quantity(at.mug, at.east, "available")).isEqualTo(9);
    }

    @Test
    void a_whole_batch_of_250_quantities_is_one_call() {
        List<StockTruths> levels = new ArrayList<>();
        for (int n = 0; n < 250; n++) {
            at.shop.stock().available(at.shop.stock().product("BULK-" + n, "Thing " + n, "1.00"), at.east, 1);
            levels.add(StockTruths.available("BULK-" + n, "2"));
        }
        assertThat(apply(levels.toArray(StockTruths[]::new))).allMatch(EffectOutcome.Applied.class::isInstance);
        assertThat(calls()).isEqualTo(1);
        assertThat(sink().traits().batchSize()).isEqualTo(250);
    }

    @Test
    void one_bad_row_does_not_keep_the_others_from_being_set() {
        beforeEachSet(number -> {
            if (number == 1) {
                at.shop.stock().deactivate(at.mug.item().level(at.east).orElseThrow());
            }
        });

        List<EffectOutcome> outcomes =
                apply(StockTruths.available("SHIRT-1", "7"), StockTruths.available("MUG-1", "9"));

        assertThat(outcomes.get(0)).isInstanceOf(EffectOutcome.Applied.class);
        assertThat(outcomes.get(1)).isInstanceOf(EffectOutcome.Rejected.class);
        assertThat(shirts()).isEqualTo(7);
        assertThat(calls()).isEqualTo(2);
    }

    @Test
    void a_buyer_who_comes_in_between_is_noticed_and_the_quantity_is_read_again() {
        beforeEachSet(number -> {
            if (number == 1) {
                at.order();
            }
        });

        assertThat(apply(
                        StockTruths.available("SHIRT-1", "7"),
                        StockTruths.available("SHIRT-1", "5").at("Second Warehouse")))
                .allMatch(EffectOutcome.Applied.class::isInstance);

        assertThat(shirts()).isEqualTo(7);
        assertThat(quantity(at.shirt, at.west, "available")).isEqualTo(5);
        assertThat(at.shop.journal().writes().get(0).arguments().toString()).contains("changeFromQuantity=8");
    }

    @Test
    void a_quantity_that_moves_all_the_time_is_left_for_later() {
        beforeEachSet(number -> at.shop.stock().available(at.shirt, at.east, 100 + number));

        EffectOutcome outcome = apply(StockTruths.available("SHIRT-1", "7")).get(0);

        assertThat(outcome).isInstanceOf(EffectOutcome.RetryLater.class);
        assertThat(calls()).isEqualTo(2);
        assertThat(shirts()).isEqualTo(102);
    }

    @Test
    void a_quantity_that_comes_back_to_what_it_was_is_set_again_by_a_later_observation() {
        apply(StockTruths.available("SHIRT-1", "7"));
        at.shop.stock().available(at.shirt, at.east, 10);

        assertThat(apply(StockTruths.available("SHIRT-1", "7").counted(StockedShop.NOW.plusSeconds(60))))
                .allMatch(EffectOutcome.Applied.class::isInstance);

        assertThat(shirts()).isEqualTo(7);
    }

    @Test
    void the_newest_of_two_observations_wins_in_whatever_order_they_come() {
        StockTruths older = StockTruths.available("SHIRT-1", "3").counted(StockedShop.NOW.minusSeconds(60));
        StockTruths newer = StockTruths.available("SHIRT-1", "4").at("main warehouse");
        apply(newer, older);
        assertThat(shirts()).isEqualTo(4);
        apply(older, newer.counted(StockedShop.NOW.plusSeconds(60)));
        assertThat(shirts()).isEqualTo(4);
    }

    @Test
    void an_unknown_ambiguous_or_uncounted_sku_is_told_as_such() {
        assertThat(rejection(StockTruths.available("NONE", "1")).code()).isEqualTo(ErrorCode.SKU_UNKNOWN);
        assertThat(rejection(StockTruths.available("shirt-1", "1")).code()).isEqualTo(ErrorCode.SKU_UNKNOWN);
        at.shop.stock().product("MUG-1", "Another mug", "7.50");
        assertThat(rejection(StockTruths.available("MUG-1", "1")).code()).isEqualTo(ErrorCode.SKU_AMBIGUOUS);
    }

    @Test
    void a_sku_is_searched_as_a_value_whatever_signs_it_has() {
        String sku = "O'NEIL \\ \"5\" OR sku:*";
        at.shop.stock().available(at.shop.stock().product(sku, "Board", "90.00"), at.east, 1);
        assertThat(apply(StockTruths.available(sku, "3"))).allMatch(EffectOutcome.Applied.class::isInstance);
        assertThat(shirts()).isEqualTo(10);
    }

    @Test
    void a_location_that_is_gone_is_told() {
        at.settings.location(4, "Shed").activateStock(true);
        assertThat(rejection(StockTruths.available("SHIRT-1", "5").at("Shed")).message())
                .contains("location 4");
    }

    @Test
    void fractions_lots_and_places_without_a_location_are_refused_together() {
        EffectOutcome outcome = apply(
                        StockTruths.available("SHIRT-1", "1.5").lot("L1").at("Shed"))
                .get(0);
        assertThat(((EffectOutcome.Rejected) outcome).violations().list())
                .extracting(Violation::code)
                .containsExactly(ErrorCode.VALUE_UNMAPPED, ErrorCode.REFUSED_BY_TARGET, ErrorCode.REFUSED_BY_TARGET);
    }

    @Test
    void a_place_that_stands_for_two_locations_promises_nothing_twice() {
        at.settings.location(at.west.number(), "Main Warehouse");
        Violation refused = rejection(StockTruths.available("SHIRT-1", "5"));
        assertThat(refused.code()).isEqualTo(ErrorCode.VALUE_UNMAPPED);
        assertThat(refused.message()).contains("more than once");
    }

    @Test
    void an_item_that_is_not_stocked_there_is_refused_or_stocked_as_the_setting_says() {
        assertThat(rejection(StockTruths.available("MUG-1", "5").at("Second Warehouse"))
                        .message())
                .contains("stock.activate");

        at.settings.activateStock(true);
        assertThat(apply(StockTruths.available("MUG-1", "5").at("Second Warehouse")))
                .allMatch(EffectOutcome.Applied.class::isInstance);
        assertThat(quantity(at.mug, at.west, "available")).isEqualTo(5);
        assertThat(at.shop.journal().counts()).containsOnlyKeys("inventoryActivate");
    }

    @Test
    void an_item_that_was_stocked_there_before_comes_back_with_the_right_quantity() {
        at.settings.activateStock(true);
        at.order();
        at.shop.stock().deactivate(at.shirt.item().level(at.east).orElseThrow());

        assertThat(apply(StockTruths.available("SHIRT-1", "5"))).allMatch(EffectOutcome.Applied.class::isInstance);

        assertThat(shirts()).isEqualTo(5);
        assertThat(quantity(at.shirt, at.east, "committed")).isEqualTo(2);
    }

    @Test
    void G2_a_lost_answer_is_found_landed_by_reading_back_and_sent_again_if_not() {
        Prepared<InventoryLevel> sent = prepared(StockTruths.available("SHIRT-1", "7"));
        at.shop.faults().next(1, Fault.LOST_ANSWER, ShopifySimulator::isMutation);
        assertThatThrownBy(() -> sink().apply(List.of(sent), at.call())).isInstanceOf(OutcomeUnknownException.class);
        assertThat(resolve(sent)).isInstanceOf(Resolution.Landed.class);

        Prepared<InventoryLevel> lost = prepared(StockTruths.available("MUG-1", "7"));
        at.shop.faults().next(1, Fault.RESET, ShopifySimulator::isMutation);
        assertThatThrownBy(() -> sink().apply(List.of(lost), at.call())).isInstanceOf(OutcomeUnknownException.class);
        assertThat(resolve(lost)).isInstanceOf(Resolution.NotLanded.class);
        assertThat(sink().apply(List.of(lost), at.call()).values()).allMatch(EffectOutcome.Applied.class::isInstance);
    }

    private Resolution resolve(Prepared<InventoryLevel> prepared) {
        Intent intent = new Intent(
                prepared.key(), prepared.nativeKey(), prepared.hint(), Optional.empty(), "", at.time.instant());
        return sink().resolve(List.of(intent), at.call()).values().iterator().next();
    }

    @Test
    void the_same_observation_does_not_undo_a_sale_that_came_after_its_lost_answer() {
        Prepared<InventoryLevel> sent = prepared(StockTruths.available("SHIRT-1", "12"));
        at.shop.faults().next(1, Fault.LOST_ANSWER, ShopifySimulator::isMutation);
        assertThatThrownBy(() -> sink().apply(List.of(sent), at.call())).isInstanceOf(OutcomeUnknownException.class);
        at.order();
        assertThat(shirts()).isEqualTo(10);

        // The quantity is by chance what it was before: the idempotency key is the same, and nothing is done twice.
        assertThat(sink().apply(List.of(sent), at.call()).values()).allMatch(EffectOutcome.Applied.class::isInstance);

        assertThat(shirts()).isEqualTo(10);
    }

    @Test
    void a_refusal_for_quota_is_waited_out() {
        at.shop.faults().next(1, Fault.THROTTLED, ShopifySimulator::isMutation);
        assertThat(apply(StockTruths.available("SHIRT-1", "7"))).allMatch(EffectOutcome.Applied.class::isInstance);
        assertThat(at.shop.journal().writes()).hasSize(1);
        assertThat(Duration.between(StockedShop.NOW, at.time.instant())).isPositive();
    }

    @Test
    void a_look_tells_what_stands_there_and_what_would() {
        Effect<InventoryLevel> effect = StockTruths.available("SHIRT-1", "7").effect();
        Existing found =
                sink().find(List.of(effect), at.call()).values().iterator().next();
        assertThat(found.before()).containsExactly(Map.entry("available", "10"));
        assertThat(found.after()).containsExactly(Map.entry("available", "7"));
        assertThat(found.violations().list()).isEmpty();
        assertThat(shirts()).isEqualTo(10);
    }
}
