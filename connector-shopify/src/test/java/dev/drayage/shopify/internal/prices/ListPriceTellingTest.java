package dev.drayage.shopify.internal.prices;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.error.ErrorCode;
import dev.drayage.model.ListPrice;
import dev.drayage.model.Money;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.shopify.internal.StockedShop;
import dev.drayage.spi.Effect;
import dev.drayage.spi.EffectKey;
import dev.drayage.spi.EffectOutcome;
import dev.drayage.spi.Finding;
import dev.drayage.spi.Intent;
import dev.drayage.spi.Prepared;
import dev.drayage.spi.RecordSink;
import dev.drayage.spi.Resolution;
import dev.drayage.testkit.shopify.PriceList;
import dev.drayage.testkit.shopify.ShopifySimulator;
import dev.drayage.testkit.shopify.Variant;
import dev.drayage.testkit.wire.Fault;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What price lists show after prices were told. */
class ListPriceTellingTest {
    private final StockedShop at = new StockedShop();
    private final RecordSink<ListPrice> sink = at.sink(RecordType.LIST_PRICE);
    private final PriceList dollars = at.shop.stock().priceList("Trade US", "USD");
    private final PriceList euros = at.shop.stock().priceList("Trade EU", "EUR");

    @AfterEach
    void close() {
        at.close();
        assertThat(at.shop.traffic().violations()).isEmpty();
    }

    private Prepared<ListPrice> prepared(PriceTruth truth, Optional<RecordRef> existing) {
        return sink.prepare(truth.effect(), existing, Map.of());
    }

    private EffectOutcome tell(PriceTruth truth, Optional<RecordRef> existing) {
        Prepared<ListPrice> prepared = prepared(truth, existing);
        return Objects.requireNonNull(sink.apply(List.of(prepared), at.call()).get(prepared.key()));
    }

    private EffectOutcome tell(PriceTruth truth) {
        return tell(truth, Optional.empty());
    }

    private static ErrorCode refusal(@Nullable EffectOutcome outcome) {
        assertThat(outcome).isInstanceOf(EffectOutcome.Rejected.class);
        return ((EffectOutcome.Rejected) Objects.requireNonNull(outcome))
                .violations()
                .code();
    }

    private static RecordRef ref(EffectOutcome outcome) {
        assertThat(outcome).isInstanceOf(EffectOutcome.Applied.class);
        return ((EffectOutcome.Applied) outcome).ref();
    }

    private static Optional<BigDecimal> price(PriceList list, Variant variant) {
        return list.price(variant).map(PriceList.Price::amount);
    }

    private long calls(String mutation) {
        return at.shop.journal().count(mutation);
    }

    @Test
    void each_list_gets_its_own_price_in_its_own_currency_and_the_shops_price_stands() {
        tell(PriceTruth.of("MUG-1", "Trade US", "6.00", "USD"));
        tell(PriceTruth.of("MUG-1", "Trade EU", "5.50", "EUR"));
        assertThat(price(dollars, at.mug)).contains(new BigDecimal("6.00"));
        assertThat(price(euros, at.mug)).contains(new BigDecimal("5.50"));
        assertThat(at.mug.price()).isEqualByComparingTo("7.50");
        assertThat(tell(PriceTruth.of("MUG-1", "Trade EU", "5.50", "EUR"))).isInstanceOf(EffectOutcome.Unchanged.class);
        assertThat(calls("priceListFixedPricesAdd")).isEqualTo(2);
    }

    @Test
    void a_struck_out_price_beside_it_is_kept() {
        at.shop.stock().fixedPrice(euros, at.mug, "5.50", "9.00");
        tell(PriceTruth.of("MUG-1", "Trade EU", "5.25", "EUR"));
        assertThat(euros.price(at.mug)).contains(new PriceList.Price(new BigDecimal("5.25"), new BigDecimal("9.00")));
    }

    @Test
    void a_price_is_taken_back_where_it_was_told_whatever_sku_and_list_are_called_now() {
        RecordRef told = ref(tell(PriceTruth.of("MUG-1", "Trade EU", "5.50", "EUR")));
        tell(PriceTruth.of("SHIRT-1", "Trade EU", "15.00", "EUR"));
        EffectOutcome taken = tell(PriceTruth.none("MUG-9", "Trade Europe"), Optional.of(told));
        assertThat(ref(taken)).isEqualTo(told);
        assertThat(euros.price(at.mug)).isEmpty();
        assertThat(price(euros, at.shirt)).contains(new BigDecimal("15.00"));
        assertThat(tell(PriceTruth.none("MUG-1", "Trade EU"), Optional.of(told)))
                .isEqualTo(new EffectOutcome.Unchanged(told));
        assertThat(calls("priceListFixedPricesDelete")).isEqualTo(1);
    }

    @Test
    void a_list_that_is_unknown_double_or_in_another_currency_gets_nothing() {
        assertThat(refusal(tell(PriceTruth.of("MUG-1", "trade eu", "5.50", "EUR"))))
                .isEqualTo(ErrorCode.VALUE_UNMAPPED);
        assertThat(refusal(tell(PriceTruth.of("MUG-1", "Trade EU", "5.50", "USD"))))
                .isEqualTo(ErrorCode.CURRENCY_MISMATCH);
        PriceList twin = at.shop.stock().priceList("Trade EU", "EUR");
        assertThat(refusal(tell(PriceTruth.of("MUG-1", "Trade EU", "5.50", "EUR"))))
                .isEqualTo(ErrorCode.MATCH_AMBIGUOUS);
        assertThat(List.of(euros.price(at.mug), twin.price(at.mug))).containsOnly(Optional.empty());
        assertThat(at.shop.journal().writes()).isEmpty();
    }

    @Test
    void a_list_whose_currency_changed_lost_its_prices_and_gets_none_in_the_old_one() {
        tell(PriceTruth.of("MUG-1", "Trade EU", "5.50", "EUR"));
        at.shop.stock().currency(euros, "GBP");
        assertThat(refusal(tell(PriceTruth.of("MUG-1", "Trade EU", "5.50", "EUR"))))
                .isEqualTo(ErrorCode.CURRENCY_MISMATCH);
        assertThat(euros.price(at.mug)).isEmpty();
    }

    @Test
    void many_prices_of_a_list_are_one_call_and_what_is_refused_spoils_no_other() {
        List<Prepared<ListPrice>> batch = new ArrayList<>();
        List<Variant> products = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            products.add(at.shop.stock().product("P-" + i, "Product", "1.00"));
            batch.add(prepared(PriceTruth.of("P-" + i, "Trade EU", i + ".75", "EUR"), Optional.empty()));
        }
        Prepared<ListPrice> unknown = prepared(PriceTruth.of("NONE", "Trade EU", "1.00", "EUR"), Optional.empty());
        batch.add(30, unknown);
        Map<EffectKey, EffectOutcome> outcomes = sink.apply(batch, at.call());
        assertThat(refusal(outcomes.get(unknown.key()))).isEqualTo(ErrorCode.SKU_UNKNOWN);
        for (int i = 0; i < 60; i++) {
            assertThat(price(euros, products.get(i))).contains(new BigDecimal(i + ".75"));
        }
        assertThat(calls("priceListFixedPricesAdd")).isEqualTo(1);
        assertThat(outcomes).hasSize(61);
    }

    @Test
    void prices_of_larger_quantities_are_left_out_with_a_note() {
        EffectOutcome outcome = tell(new PriceTruth(
                "MUG-1", "Trade EU", Optional.of(Money.of("5.50", "EUR")), List.of(new BigDecimal("10"))));
        assertThat(price(euros, at.mug)).contains(new BigDecimal("5.50"));
        assertThat(((EffectOutcome.Applied) outcome).findings())
                .extracting(Finding::code)
                .containsExactly(ErrorCode.QUANTITY_PRICES_LEFT_OUT);
    }

    @Test
    void G2_a_lost_answer_is_resolved_by_reading_for_what_was_set_and_for_what_was_removed() {
        Prepared<ListPrice> set = prepared(PriceTruth.of("MUG-1", "Trade EU", "5.50", "EUR"), Optional.empty());
        assertThat(resolve(set)).isInstanceOf(Resolution.NotLanded.class);
        loseAnswer(set);
        assertThat(resolve(set)).isInstanceOf(Resolution.Landed.class);
        RecordRef told = ((Resolution.Landed) resolve(set)).applied().ref();
        Prepared<ListPrice> removed = prepared(PriceTruth.none("MUG-1", "Trade EU"), Optional.of(told));
        assertThat(resolve(removed)).isInstanceOf(Resolution.NotLanded.class);
        loseAnswer(removed);
        assertThat(resolve(removed)).isInstanceOf(Resolution.Landed.class);
        assertThat(euros.price(at.mug)).isEmpty();
    }

    private void loseAnswer(Prepared<ListPrice> prepared) {
        at.shop.faults().next(1, Fault.LOST_ANSWER, ShopifySimulator::isMutation);
        assertThat(sink.apply(List.of(prepared), at.call())).isEmpty();
    }

    private Resolution resolve(Prepared<ListPrice> prepared) {
        Effect<ListPrice> effect = prepared.effect();
        Intent intent = new Intent(
                effect.key(),
                prepared.nativeKey(),
                prepared.hint(),
                prepared.existing(),
                effect.digest(),
                at.time.instant());
        return Objects.requireNonNull(sink.resolve(List.of(intent), at.call()).get(effect.key()));
    }
}
