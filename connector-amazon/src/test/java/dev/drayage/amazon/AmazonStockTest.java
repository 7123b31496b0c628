package dev.drayage.amazon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.drayage.error.ErrorCode;
import dev.drayage.model.InventoryLevel;
import dev.drayage.spi.Effect;
import dev.drayage.spi.EffectOutcome;
import dev.drayage.spi.Existing;
import dev.drayage.spi.Prepared;
import dev.drayage.spi.RecordSink;
import dev.drayage.spi.Violation;
import dev.drayage.testkit.amazon.AcceptedSubmission;
import dev.drayage.testkit.amazon.ChannelStock;
import dev.drayage.testkit.amazon.Marketplace;
import dev.drayage.testkit.amazon.Operation;
import dev.drayage.testkit.amazon.SimulatedItem;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the ERP has available, as Amazon sells it. */
class AmazonStockTest extends StockScene {
    private void buyerTakes(int units) {
        seller.amazon
                .orders()
                .add(SellerCentral.order(SellerCentral.ORDER)
                        .item(SimulatedItem.builder(SellerCentral.LINE, SKU, units, "19.99")
                                .build())
                        .build());
    }

    @Test
    void the_available_quantity_is_what_amazon_sells() {
        assertThat(tell(SKU, "12")).isEqualTo(EffectOutcome.Applied.to(ref(SKU)));
        assertThat(onSale(SKU)).isEqualTo(12);
        assertThat(tell(SKU, "7.000")).isInstanceOf(EffectOutcome.Applied.class);
        assertThat(onSale(SKU)).isEqualTo(7);
    }

    @Test
    void handling_time_and_restock_date_survive_because_only_merges_are_sent() {
        listings.promise(SKU, Marketplace.US, 4, Optional.of(LocalDate.of(2026, 12, 24)));
        tell(SKU, "12");
        tell(SKU, "0");
        assertThat(listings.inForce(SKU, Marketplace.US))
                .contains(new ChannelStock(
                        "DEFAULT", Optional.of(0), Optional.of(4), Optional.of(LocalDate.of(2026, 12, 24))));
        assertThat(submissions())
                .extracting(AcceptedSubmission::ops)
                .containsExactly(List.of("merge"), List.of("merge"));
    }

    @Test
    void nothing_left_is_zero_and_the_listing_stays() {
        assertThat(tell(SKU, "0")).isInstanceOf(EffectOutcome.Applied.class);
        assertThat(onSale(SKU)).isZero();
    }

    @Test
    void a_quantity_that_stands_there_costs_no_write() {
        assertThat(tell(SKU, "5")).isEqualTo(new EffectOutcome.Unchanged(ref(SKU)));
        assertThat(submissions()).isEmpty();
    }

    @Test
    void a_number_that_was_told_before_is_told_again_after_another_one() {
        tell(SKU, "3");
        assertThat(tell(SKU, "5")).isInstanceOf(EffectOutcome.Applied.class);
        assertThat(onSale(SKU)).isEqualTo(5);
        assertThat(submissions()).hasSize(2);
    }

    @Test
    void a_number_of_which_units_were_sold_since_is_told_again() {
        tell(SKU, "8");
        buyerTakes(2);
        assertThat(onSale(SKU)).isEqualTo(6);
        assertThat(find(counted(SKU, "8").build()).before())
                .isEqualTo(Map.of("quantity in ATVPDKIKX0DER", "8 (6 in force)"));
        assertThat(tell(SKU, "8")).isInstanceOf(EffectOutcome.Applied.class);
        assertThat(onSale(SKU)).isEqualTo(8);
    }

    @Test
    void an_older_observation_does_not_overwrite_a_newer_one() {
        RecordSink<InventoryLevel> sink = sink();
        Prepared<InventoryLevel> older = prepared(counted(SKU, "9").build());
        seller.time.advance(Duration.ofMinutes(1));
        apply(sink, prepared(counted(SKU, "2").build()));
        assertThat(apply(sink, older)).isEqualTo(new EffectOutcome.Unchanged(ref(SKU)));
        assertThat(onSale(SKU)).isEqualTo(2);
    }

    @Test
    void what_is_submitted_counts_as_told_though_it_is_not_in_force_yet() {
        listings.submissionsAreInForceAfter(Duration.ofMinutes(10));
        assertThat(tell(SKU, "3")).isInstanceOf(EffectOutcome.Applied.class);
        assertThat(onSale(SKU)).isEqualTo(5);
        seller.time.advance(Duration.ofMinutes(10));
        assertThat(onSale(SKU)).isEqualTo(3);
        assertThat(tell(SKU, "3")).isInstanceOf(EffectOutcome.Unchanged.class);
    }

    @Test
    void a_submission_that_fails_after_its_receipt_is_sent_again_with_the_next_observation() {
        listings.failNext("8541", "The product needs an approval.");
        assertThat(tell(SKU, "3")).isInstanceOf(EffectOutcome.Applied.class);
        assertThat(onSale(SKU)).isEqualTo(5);
        assertThat(tell(SKU, "3")).isInstanceOf(EffectOutcome.Applied.class);
        assertThat(onSale(SKU)).isEqualTo(3);
    }

    @Test
    void invalid_inside_status_200_is_a_refusal_with_amazons_words() {
        listings.refuseNext("90003", "The price is missing.");
        Violation refusal = refusal(counted(SKU, "3").build());
        assertThat(refusal.code()).isEqualTo(ErrorCode.REFUSED_BY_TARGET);
        assertThat(refusal.message()).contains(SKU, "90003", "The price is missing.");
        listings.refuseNext("13013", "This SKU does not exist in the catalog.");
        assertThat(refusal(counted(SKU, "3").build()).code()).isEqualTo(ErrorCode.SKU_UNKNOWN);
        assertThat(onSale(SKU)).isEqualTo(5);
    }

    @Test
    void warnings_beside_an_error_are_left_out() {
        seller.amazon.plannedAnswers().next(Operation.PATCH_LISTINGS_ITEM, 200, """
                {"sku": "WIDGET-1", "status": "INVALID", "submissionId": "1", "issues": [
                 {"code": "1", "message": "look at the picture", "severity": "WARNING", "categories": []},
                 {"code": "2", "message": "no brand", "severity": "ERROR", "categories": []}]}""");
        assertThat(refusal(counted(SKU, "3").build()).message())
                .contains("2: no brand")
                .doesNotContain("picture");
    }

    @Test
    void a_sku_that_nobody_listed_is_named_and_never_sent() {
        Violation refusal = refusal(counted("NOBODY", "3").build());
        assertThat(refusal.code()).isEqualTo(ErrorCode.SKU_UNKNOWN);
        assertThat(refusal.message()).contains("NOBODY", "ATVPDKIKX0DER", "list it");
        assertThat(submissions()).isEmpty();
    }

    @Test
    void stock_at_amazon_is_never_touched() {
        listings.put(listing("AT-AMAZON", 30).through("AMAZON_NA"));
        assertThat(refusal(counted("AT-AMAZON", "3").build()).message()).contains("AT-AMAZON", "AMAZON_NA");
        assertThat(submissions()).isEmpty();
        listings.enter(SKU, Marketplace.US, "AMAZON_NA", 40);
        assertThat(tell(SKU, "3")).isInstanceOf(EffectOutcome.Applied.class);
        assertThat(listings.channels(SKU, Marketplace.US))
                .extracting(
                        ChannelStock::channelCode, channel -> channel.quantity().orElse(-1))
                .containsExactlyInAnyOrder(tuple("DEFAULT", 3), tuple("AMAZON_NA", 40));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "2.5", "99999999999"})
    void what_is_no_number_of_units_is_refused(String available) {
        Violation refusal = refusal(counted(SKU, available).build());
        assertThat(refusal.code()).isEqualTo(ErrorCode.REFUSED_BY_TARGET);
        assertThat(refusal.message()).contains(SKU, available);
        assertThat(onSale(SKU)).isEqualTo(5);
    }

    @Test
    void one_places_stock_one_lots_stock_and_stock_without_a_number_are_refused() {
        assertThat(refusal(counted(SKU, "3").location("6").build()).message())
                .contains("location 6", "stock.totals", "TOTAL");
        assertThat(refusal(counted(SKU, "3").lot("L1").build()).field()).isEqualTo("lot");
        InventoryLevel onHand = counted(SKU, "3")
                .available(Optional.empty())
                .onHand(BigDecimal.TEN)
                .build();
        assertThat(refusal(onHand).code()).isEqualTo(ErrorCode.RECORD_UNREADABLE);
        assertThat(seller.amazon.traffic().requests(Operation.GET_LISTINGS_ITEM))
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"A B", "A/B", "A+B", "A%2FB", "M\u00fc-1", "\u5546\u54c1-1", "A#1", "A?b=c"})
    void any_sku_arrives_letter_by_letter(String sku) {
        listings.put(listing(sku, 1));
        assertThat(tell(sku, "3")).isInstanceOf(EffectOutcome.Applied.class);
        assertThat(onSale(sku)).isEqualTo(3);
    }

    @Test
    void a_sku_of_more_than_forty_characters_is_refused_before_anything_is_sent() {
        assertThat(refusal(counted("W".repeat(41), "3").build()).field()).isEqualTo("sku");
        assertThat(seller.amazon.traffic().requests(Operation.GET_LISTINGS_ITEM))
                .isZero();
        listings.put(listing("W".repeat(40), 1));
        assertThat(tell("W".repeat(40), "3")).isInstanceOf(EffectOutcome.Applied.class);
    }

    @Test
    void a_sku_that_is_too_long_when_it_is_encoded_is_refused_in_amazons_words() {
        Violation refusal = refusal(counted("#".repeat(20), "3").build());
        assertThat(refusal.code()).isEqualTo(ErrorCode.REFUSED_BY_TARGET);
        assertThat(refusal.message()).contains("longer than 40", "encoded");
    }

    @Test
    void every_store_of_the_settings_that_lists_the_sku_is_told() {
        seller.settings.marketplaces(Marketplace.US.id(), Marketplace.CA.id(), Marketplace.MX.id());
        listings.put(listing(SKU, 9).in(Marketplace.CA));
        assertThat(tell(SKU, "3")).isInstanceOf(EffectOutcome.Applied.class);
        assertThat(onSale(SKU)).isEqualTo(3);
        assertThat(onSale(SKU, Marketplace.CA)).isEqualTo(3);
        listings.put(listing(SKU, 9).in(Marketplace.CA));
        assertThat(tell(SKU, "3")).isInstanceOf(EffectOutcome.Applied.class);
        assertThat(onSale(SKU, Marketplace.CA)).isEqualTo(3);
        assertThat(submissions()).hasSize(3);
        assertThat(tell(SKU, "3")).isInstanceOf(EffectOutcome.Unchanged.class);
    }

    @Test
    void a_store_that_sells_from_stock_at_amazon_is_left_alone_beside_one_that_does_not() {
        seller.settings.marketplaces(Marketplace.US.id(), Marketplace.CA.id());
        listings.put(listing(SKU, 9).in(Marketplace.CA).through("AMAZON_NA"));
        tell(SKU, "3");
        assertThat(onSale(SKU)).isEqualTo(3);
        assertThat(listings.channels(SKU, Marketplace.CA))
                .extracting(ChannelStock::channelCode)
                .containsExactly("AMAZON_NA");
    }

    @Test
    void a_look_tells_what_stands_what_would_stand_and_what_speaks_against_it() {
        Existing existing = find(counted(SKU, "3").build());
        assertThat(existing.ref()).contains(ref(SKU));
        assertThat(existing.before()).isEqualTo(Map.of("quantity in ATVPDKIKX0DER", "5"));
        assertThat(existing.after()).isEqualTo(Map.of("quantity in ATVPDKIKX0DER", "3"));
        assertThat(find(counted("NOBODY", "3").build()).violations().code()).isEqualTo(ErrorCode.SKU_UNKNOWN);
        assertThat(find(counted(SKU, "-3").build()).violations().isEmpty()).isFalse();
    }

    @Test
    void stock_cannot_be_taken_back() {
        Effect<InventoryLevel> told = effect(counted(SKU, "3").build());
        Effect<InventoryLevel> taken = Effect.of(told.key(), told.lane(), told.type(), told.record(), Effect.Mode.VOID);
        assertThat(apply(sink(), sink().prepare(taken, Optional.empty(), Map.of())))
                .isInstanceOf(EffectOutcome.Rejected.class);
    }
}
