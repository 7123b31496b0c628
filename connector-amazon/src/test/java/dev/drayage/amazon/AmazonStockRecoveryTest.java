package dev.drayage.amazon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drayage.error.AuthorisationException;
import dev.drayage.error.OutcomeUnknownException;
import dev.drayage.model.InventoryLevel;
import dev.drayage.spi.Diagnosis;
import dev.drayage.spi.EffectOutcome;
import dev.drayage.spi.Prepared;
import dev.drayage.spi.Resolution;
import dev.drayage.testkit.amazon.Marketplace;
import dev.drayage.testkit.amazon.Operation;
import dev.drayage.testkit.amazon.SimulatedItem;
import dev.drayage.testkit.wire.Fault;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Stock whose telling was disturbed. */
class AmazonStockRecoveryTest extends StockScene {
    private Prepared<InventoryLevel> sent(String available, Fault fault) {
        Prepared<InventoryLevel> sent = prepared(counted(SKU, available).build());
        seller.amazon.faults().next(1, fault, Operation.PATCH_LISTINGS_ITEM::matches);
        assertThatThrownBy(() -> apply(sink(), sent)).isInstanceOf(OutcomeUnknownException.class);
        return sent;
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"LOST_ANSWER", "SERVER_ERROR_AFTER_WORK", "TRUNCATED_BODY"})
    void a_lost_answer_is_found_landed_by_reading_back(Fault fault) {
        Prepared<InventoryLevel> sent = sent("3", fault);
        assertThat(resolve(sent)).isEqualTo(new Resolution.Landed(EffectOutcome.Applied.to(ref(SKU))));
        assertThat(onSale(SKU)).isEqualTo(3);
        assertThat(submissions()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"RESET", "SERVER_ERROR"})
    void what_was_never_done_is_not_landed_and_is_sent_again(Fault fault) {
        Prepared<InventoryLevel> sent = sent("3", fault);
        assertThat(resolve(sent)).isInstanceOf(Resolution.NotLanded.class);
        assertThat(apply(sink(), sent)).isInstanceOf(EffectOutcome.Applied.class);
        assertThat(onSale(SKU)).isEqualTo(3);
    }

    @Test
    void a_number_that_stood_there_before_a_sale_is_not_taken_for_landed() {
        listings.put(listing(SKU, 5));
        seller.amazon
                .orders()
                .add(SellerCentral.order(SellerCentral.ORDER)
                        .item(SimulatedItem.builder(SellerCentral.LINE, SKU, 2, "19.99")
                                .build())
                        .build());
        Prepared<InventoryLevel> sent = sent("5", Fault.RESET);
        assertThat(resolve(sent)).isInstanceOf(Resolution.NotLanded.class);
        apply(sink(), sent);
        assertThat(onSale(SKU)).isEqualTo(5);
    }

    @Test
    void an_answer_of_which_one_store_got_nothing_is_not_landed() {
        seller.settings.marketplaces(Marketplace.US.id(), Marketplace.CA.id());
        listings.put(listing(SKU, 9).in(Marketplace.CA));
        Prepared<InventoryLevel> sent = sent("3", Fault.LOST_ANSWER);
        assertThat(onSale(SKU)).isEqualTo(3);
        assertThat(resolve(sent)).isInstanceOf(Resolution.NotLanded.class);
        assertThat(apply(sink(), sent)).isInstanceOf(EffectOutcome.Applied.class);
        assertThat(onSale(SKU, Marketplace.CA)).isEqualTo(3);
        assertThat(submissions()).hasSize(2);
    }

    @Test
    void a_refusal_for_quota_is_waited_out_because_nothing_ran() {
        seller.amazon.faults().next(1, Fault.THROTTLED, Operation.PATCH_LISTINGS_ITEM::matches);
        seller.amazon.faults().next(1, Fault.THROTTLED, Operation.GET_LISTINGS_ITEM::matches);
        assertThat(tell(SKU, "3")).isInstanceOf(EffectOutcome.Applied.class);
        assertThat(onSale(SKU)).isEqualTo(3);
        assertThat(submissions()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "no json", "{}", "{\"sku\": \"WIDGET-1\", \"status\": \"VALID\", \"submissionId\": \"1\"}"})
    void an_answer_that_does_not_say_whether_it_was_taken_leaves_the_outcome_open(String answer) {
        seller.amazon.plannedAnswers().next(Operation.PATCH_LISTINGS_ITEM, 200, answer);
        Prepared<InventoryLevel> sent = prepared(counted(SKU, "3").build());
        assertThatThrownBy(() -> apply(sink(), sent)).isInstanceOf(OutcomeUnknownException.class);
        assertThat(resolve(sent)).isInstanceOf(Resolution.NotLanded.class);
    }

    @Test
    void quantities_of_many_skus_keep_to_the_usage_plan() {
        for (int n = 0; n < 30; n++) {
            listings.put(listing("W-" + n, 1));
        }
        var sink = sink();
        for (int n = 0; n < 30; n++) {
            assertThat(apply(sink, prepared(counted("W-" + n, "3").build()))).isInstanceOf(EffectOutcome.Applied.class);
        }
        assertThat(seller.amazon.quota().use(Operation.PATCH_LISTINGS_ITEM).refused())
                .isZero();
        assertThat(seller.time.instant()).isAfter(SellerCentral.NOW.plus(Duration.ofSeconds(4)));
    }

    @Test
    void a_missing_role_stops_the_telling_and_is_a_warning_of_the_diagnosis() {
        String refusal = "{\"errors\": [{\"code\": \"Unauthorized\", \"message\": \"Access denied.\"}]}";
        seller.amazon.plannedAnswers().next(Operation.GET_LISTINGS_ITEM, 403, refusal);
        assertThatThrownBy(() -> tell(SKU, "3")).isInstanceOf(AuthorisationException.class);
        seller.amazon.plannedAnswers().next(Operation.GET_LISTINGS_ITEM, 403, refusal);
        Diagnosis diagnosis = seller.open().diagnose(seller.call());
        assertThat(diagnosis.checks())
                .filteredOn(check -> check.subject().equals("telling of stock"))
                .singleElement()
                .satisfies(check -> assertThat(check.verdict()).isEqualTo(Diagnosis.Verdict.WARNING));
        assertThat(diagnosis.ok()).isTrue();
    }

    @Test
    void the_hint_holds_the_sku_and_the_units() {
        assertThat(prepared(counted("A B", "3").build()).hint()).isEqualTo("3 A B");
        assertThat(prepared(counted("A B", "-3").build()).hint()).isEmpty();
    }
}
