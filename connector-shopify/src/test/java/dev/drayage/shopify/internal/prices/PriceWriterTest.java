package dev.drayage.shopify.internal.prices;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.error.ErrorCode;
import dev.drayage.model.AccountId;
import dev.drayage.model.Money;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.shopify.internal.SimulatedShop;
import dev.drayage.spi.EffectKey;
import dev.drayage.spi.EffectOutcome;
import dev.drayage.testkit.shopify.PriceList;
import dev.drayage.testkit.shopify.ShopifySimulator;
import dev.drayage.testkit.shopify.Variant;
import dev.drayage.testkit.wire.Fault;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Calls of which Shopify refuses a part, because the shop changed after it was read. */
class PriceWriterTest {
    private static final AccountId ERP = AccountId.parse("netsuite:TSTDRV1");

    private final SimulatedShop at = new SimulatedShop();
    private final PriceList list = at.shop.stock().priceList("Trade", "USD");
    private final PriceList other = at.shop.stock().priceList("Trade B", "USD");
    private final Variant mug = at.shop.stock().product("MUG", "Mug", "7.50");
    private final Variant tee = at.shop.stock().product("TEE", "Tee", "12.00");
    private final PriceWriter writer = new PriceWriter(at.api(), SimulatedShop.ACCOUNT);

    @AfterEach
    void close() {
        at.close();
        assertThat(at.shop.traffic().violations()).isEmpty();
    }

    private static PriceRow row(PriceList list, String variant, Optional<Money> price) {
        PricePlace place = PricePlace.of(variant, list.gid());
        EffectKey key = new EffectKey(
                RecordRef.of(ERP, RecordType.ITEM, place.variant()), SimulatedShop.ACCOUNT, "price:" + place.list());
        return new PriceRow(key, "SKU-" + place.variant(), place, price, Optional.empty());
    }

    private static PriceRow set(PriceList list, String variant, String amount) {
        return row(list, variant, Optional.of(Money.of(amount, "USD")));
    }

    private static void isRefused(Map<EffectKey, EffectOutcome> outcomes, PriceRow row, ErrorCode code) {
        assertThat(outcomes.get(row.key()))
                .isInstanceOfSatisfying(
                        EffectOutcome.Rejected.class,
                        rejected -> assertThat(rejected.violations().code()).isEqualTo(code));
    }

    @Test
    void a_variant_that_is_gone_is_refused_and_the_others_are_set() {
        PriceRow first = set(list, mug.gid(), "6.00");
        PriceRow gone = set(list, "gid://shopify/ProductVariant/999999999", "1.00");
        PriceRow last = set(list, tee.gid(), "9.00");
        Map<EffectKey, EffectOutcome> outcomes = writer.write(List.of(first, gone, last), at.call());
        isRefused(outcomes, gone, ErrorCode.SKU_UNKNOWN);
        assertThat(List.of(first, last))
                .allSatisfy(row -> assertThat(outcomes.get(row.key())).isInstanceOf(EffectOutcome.Applied.class));
        assertThat(list.price(mug)).contains(new PriceList.Price(new BigDecimal("6.00"), null));
        assertThat(list.price(tee)).contains(new PriceList.Price(new BigDecimal("9.00"), null));
    }

    @Test
    void a_list_that_is_gone_refuses_all_its_rows_and_no_other_lists() {
        PriceRow one = row(list, mug.gid(), Optional.of(Money.of("6.00", "USD")));
        List<PriceRow> rows = new ArrayList<>(List.of(one));
        PricePlace nowhere = new PricePlace(PricePlace.number(mug.gid()), "999999999");
        PricePlace nowhereElse = new PricePlace(PricePlace.number(tee.gid()), "999999999");
        for (PricePlace place : List.of(nowhere, nowhereElse)) {
            EffectKey key = new EffectKey(
                    RecordRef.of(ERP, RecordType.ITEM, place.variant()), SimulatedShop.ACCOUNT, "price:gone");
            rows.add(new PriceRow(key, "SKU", place, Optional.of(Money.of("1.00", "USD")), Optional.empty()));
        }
        Map<EffectKey, EffectOutcome> outcomes = writer.write(rows, at.call());
        isRefused(outcomes, rows.get(1), ErrorCode.VALUE_UNMAPPED);
        isRefused(outcomes, rows.get(2), ErrorCode.VALUE_UNMAPPED);
        assertThat(list.price(mug)).isPresent();
    }

    @Test
    void a_price_that_somebody_removed_meanwhile_is_removed() {
        at.shop.stock().fixedPrice(list, tee, "9.00", null);
        PriceRow gone = row(list, mug.gid(), Optional.empty());
        PriceRow standing = row(list, tee.gid(), Optional.empty());
        Map<EffectKey, EffectOutcome> outcomes = writer.write(List.of(gone, standing), at.call());
        assertThat(outcomes.get(gone.key())).isInstanceOf(EffectOutcome.Unchanged.class);
        assertThat(outcomes.get(standing.key())).isInstanceOf(EffectOutcome.Applied.class);
        assertThat(list.price(tee)).isEmpty();
    }

    @Test
    void G2_a_call_without_an_answer_leaves_its_own_rows_open_and_no_others() {
        PriceRow lost = set(list, mug.gid(), "6.00");
        PriceRow told = set(other, mug.gid(), "5.00");
        at.shop.faults().next(1, Fault.LOST_ANSWER, ShopifySimulator::isMutation);
        Map<EffectKey, EffectOutcome> outcomes = writer.write(List.of(lost, told), at.call());
        assertThat(outcomes).containsOnlyKeys(told.key());
        assertThat(other.price(mug)).isPresent();
    }
}
