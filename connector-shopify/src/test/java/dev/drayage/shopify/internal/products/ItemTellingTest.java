package dev.drayage.shopify.internal.products;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.drayage.error.ErrorCode;
import dev.drayage.model.Item;
import dev.drayage.model.RecordType;
import dev.drayage.shopify.internal.StockedShop;
import dev.drayage.spi.Effect;
import dev.drayage.spi.EffectOutcome;
import dev.drayage.spi.Finding;
import dev.drayage.spi.RecordSink;
import dev.drayage.testkit.shopify.Variant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a variant shows after an item was told. */
class ItemTellingTest {
    private final StockedShop at = new StockedShop();
    private final RecordSink<Item> sink = at.sink(RecordType.ITEM);

    @AfterEach
    void close() {
        at.close();
        assertThat(at.shop.traffic().violations()).isEmpty();
    }

    private EffectOutcome tell(ItemTruth truth) {
        Effect<Item> effect = truth.effect();
        return Objects.requireNonNull(sink.apply(List.of(sink.prepare(effect, Optional.empty(), Map.of())), at.call())
                .get(effect.key()));
    }

    private static ErrorCode refusal(EffectOutcome outcome) {
        assertThat(outcome).isInstanceOf(EffectOutcome.Rejected.class);
        return ((EffectOutcome.Rejected) outcome).violations().code();
    }

    private long updates() {
        return at.shop.journal().count("productVariantsBulkUpdate");
    }

    @Test
    void price_and_bar_code_arrive_and_stand_for_no_second_write() {
        ItemTruth truth = new ItemTruth("MUG-1").costing("8.25", "USD").barcode("4006381333931");
        assertThat(tell(truth)).isInstanceOf(EffectOutcome.Applied.class);
        assertThat(at.mug.price()).isEqualByComparingTo("8.25");
        assertThat(at.mug.barcode()).isEqualTo("4006381333931");
        assertThat(at.shirt.price()).isEqualByComparingTo("20.00");
        assertThat(tell(truth)).isInstanceOf(EffectOutcome.Unchanged.class);
        assertThat(updates()).isEqualTo(1);
    }

    @Test
    void what_is_not_told_is_left_alone() {
        tell(new ItemTruth("MUG-1").costing("8.25", "USD").barcode("4006381333931"));
        tell(new ItemTruth("MUG-1").barcode("4006381333948"));
        assertThat(at.mug.price()).isEqualByComparingTo("8.25");
        tell(new ItemTruth("MUG-1").costing("9.00", "USD"));
        assertThat(at.mug.barcode()).isEqualTo("4006381333948");
    }

    @Test
    void a_sku_that_shares_words_or_letters_is_another_one() {
        Variant near = at.shop.stock().product("MUG-1-RED", "Mug", "3.00");
        Variant small = at.shop.stock().product("mug-1", "Mug", "4.00");
        assertThat(tell(new ItemTruth("MUG-1").costing("8.25", "USD"))).isInstanceOf(EffectOutcome.Applied.class);
        assertThat(near.price()).isEqualByComparingTo("3.00");
        assertThat(small.price()).isEqualByComparingTo("4.00");
        assertThat(refusal(tell(new ItemTruth("MUG").costing("8.25", "USD")))).isEqualTo(ErrorCode.SKU_UNKNOWN);
    }

    @Test
    void of_two_variants_with_one_sku_neither_is_changed() {
        Variant twin = at.shop.stock().product("MUG-1", "Other mug", "3.00");
        EffectOutcome outcome = tell(new ItemTruth("MUG-1").costing("8.25", "USD"));
        assertThat(refusal(outcome)).isEqualTo(ErrorCode.SKU_AMBIGUOUS);
        assertThat(((EffectOutcome.Rejected) outcome).violations().message())
                .contains(StockedShop.number(twin.gid()), StockedShop.number(at.mug.gid()));
        assertThat(twin.price()).isEqualByComparingTo("3.00");
        assertThat(at.mug.price()).isEqualByComparingTo("7.50");
    }

    @Test
    void the_price_in_the_shops_currency_is_told_and_no_other() {
        tell(new ItemTruth("MUG-1").costing("11.00", "EUR").costing("12.00", "USD"));
        assertThat(at.mug.price()).isEqualByComparingTo("12.00");
        assertThat(refusal(tell(new ItemTruth("MUG-1").costing("5.00", "EUR").barcode("1"))))
                .isEqualTo(ErrorCode.CURRENCY_MISMATCH);
        assertThat(at.mug.price()).isEqualByComparingTo("12.00");
        assertThat(at.mug.barcode()).isEmpty();
    }

    @Test
    void a_price_that_shopify_could_not_keep_exactly_is_refused() {
        assertThat(refusal(tell(new ItemTruth("MUG-1").costing("8.255", "USD"))))
                .isEqualTo(ErrorCode.REFUSED_BY_TARGET);
        assertThat(refusal(tell(new ItemTruth("MUG-1").costing("-1.00", "USD"))))
                .isEqualTo(ErrorCode.REFUSED_BY_TARGET);
        assertThat(at.mug.price()).isEqualByComparingTo("7.50");
        assertThat(at.shop.journal().writes()).isEmpty();
    }

    @Test
    void prices_of_larger_quantities_are_left_out_with_a_note() {
        EffectOutcome outcome =
                tell(new ItemTruth("MUG-1").costing("8.25", "USD").costing("Base", "10", "6.00", "USD"));
        assertThat(at.mug.price()).isEqualByComparingTo("8.25");
        assertThat(((EffectOutcome.Applied) outcome).findings())
                .extracting(Finding::severity, Finding::code)
                .containsExactly(tuple(Finding.Severity.NOTE, ErrorCode.QUANTITY_PRICES_LEFT_OUT));
    }

    @Test
    void prices_of_two_levels_are_no_price() {
        assertThat(refusal(tell(new ItemTruth("MUG-1")
                        .costing("Base", "1", "8.25", "USD")
                        .costing("Wholesale", "1", "6.00", "USD"))))
                .isEqualTo(ErrorCode.REFUSED_BY_TARGET);
        assertThat(at.mug.price()).isEqualByComparingTo("7.50");
    }
}
