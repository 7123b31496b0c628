package dev.drayage.shopify.internal.fulfillment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drayage.error.AuthorisationException;
import dev.drayage.error.OutcomeUnknownException;
import dev.drayage.model.ItemFulfillment;
import dev.drayage.model.RecordRef;
import dev.drayage.spi.EffectOutcome;
import dev.drayage.spi.Prepared;
import dev.drayage.spi.Resolution;
import dev.drayage.testkit.shopify.ShopOrder;
import dev.drayage.testkit.shopify.ShopifySimulator;
import dev.drayage.testkit.wire.Fault;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ParcelRecoveryTest extends ParcelScene {
    private void breaks(Fault fault, Prepared<ItemFulfillment> prepared) {
        at.shop.faults().next(1, fault, ShopifySimulator::isMutation);
        assertThatThrownBy(() -> apply(prepared)).isInstanceOf(OutcomeUnknownException.class);
        restart();
    }

    @ParameterizedTest
    @EnumSource(names = {"LOST_ANSWER", "TRUNCATED_BODY", "SERVER_ERROR_AFTER_WORK"})
    void G2_resolves_a_lost_answer_by_reading_back(Fault fault) {
        ShopOrder order = at.order();
        Prepared<ItemFulfillment> sent = prepared(Parcels.all(order));

        breaks(fault, sent);

        assertThat(resolve(sent))
                .isEqualTo(new Resolution.Landed(
                        EffectOutcome.Applied.to(ref(order.fulfillments().get(0)))));
        assertThat(order.fulfillments()).hasSize(1);
    }

    @Test
    void a_request_that_never_arrived_is_not_landed_and_can_be_sent_again() {
        ShopOrder order = at.order();
        Prepared<ItemFulfillment> sent = prepared(Parcels.all(order));

        breaks(Fault.RESET, sent);

        assertThat(resolve(sent)).isInstanceOf(Resolution.NotLanded.class);
        assertThat(apply(sent)).isInstanceOf(EffectOutcome.Applied.class);
        assertThat(sink().traits().absenceGrace()).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void another_parcel_of_the_order_is_not_taken_for_the_one_whose_answer_was_lost() {
        ShopOrder order = at.order();
        told(new Parcels(order).parcel("1").line(0, 1).tracking("1Z1"));
        Prepared<ItemFulfillment> second =
                prepared(new Parcels(order).parcel("2").line(0, 1).tracking("1Z2"));

        breaks(Fault.RESET, second);

        assertThat(resolve(second)).isInstanceOf(Resolution.NotLanded.class);
    }

    @Test
    void a_twin_is_told_apart_from_the_parcel_that_its_effect_comes_after() {
        ShopOrder order = at.order();
        Parcels one = new Parcels(order).parcel("1").line(0, 1).tracking("1ZMASTER");
        Prepared<ItemFulfillment> twin = preparedAfter(
                new Parcels(order).parcel("2").line(0, 1).tracking("1ZMASTER"),
                one.effect().key(),
                told(one));

        breaks(Fault.RESET, twin);

        assertThat(resolve(twin)).isInstanceOf(Resolution.NotLanded.class);
        assertThat(apply(twin)).isInstanceOf(EffectOutcome.Applied.class);
        assertThat(order.fulfillments()).hasSize(2);
    }

    @Test
    void an_older_parcel_without_tracking_is_not_taken_for_one_that_was_sent_now() {
        ShopOrder order = at.order();
        at.shop.orders().ship(order.fulfillmentOrders().get(0), order.lines().get(0), 1, "", "");
        at.time.advance(Duration.ofHours(1));
        Parcels untracked = new Parcels(order).line(0, 1).carrier("").tracking();

        Prepared<ItemFulfillment> sent = prepared(untracked);
        breaks(Fault.RESET, sent);
        assertThat(resolve(sent)).isInstanceOf(Resolution.NotLanded.class);

        breaks(Fault.LOST_ANSWER, sent);
        assertThat(resolve(sent))
                .isEqualTo(new Resolution.Landed(
                        EffectOutcome.Applied.to(ref(order.fulfillments().get(1)))));
    }

    @Test
    void a_lost_correction_of_tracking_is_resolved_either_way() {
        ShopOrder order = at.order();
        RecordRef ref = told(Parcels.all(order).tracking("1Z1"));
        Prepared<ItemFulfillment> correction = prepared(Parcels.all(order).tracking("1Z2"), ref);

        breaks(Fault.RESET, correction);
        assertThat(resolve(correction)).isInstanceOf(Resolution.NotLanded.class);

        breaks(Fault.LOST_ANSWER, correction);
        assertThat(resolve(correction)).isEqualTo(new Resolution.Landed(EffectOutcome.Applied.to(ref)));
    }

    @Test
    void a_lost_answer_to_taking_back_is_resolved_either_way() {
        ShopOrder order = at.order();
        RecordRef ref = told(Parcels.all(order));
        Prepared<ItemFulfillment> voiding = prepared(Parcels.all(order).voided(), ref);

        breaks(Fault.RESET, voiding);
        assertThat(resolve(voiding)).isInstanceOf(Resolution.NotLanded.class);

        breaks(Fault.LOST_ANSWER, voiding);
        assertThat(resolve(voiding)).isEqualTo(new Resolution.Landed(EffectOutcome.Applied.to(ref)));
    }

    @Test
    void missing_access_is_no_fault_of_the_parcel() {
        ShopOrder order = at.order();
        at.shop.scopes(Set.of("read_orders", "read_merchant_managed_fulfillment_orders", "read_locations"));
        assertThatThrownBy(() -> apply(Parcels.all(order))).isInstanceOf(AuthorisationException.class);
        assertThat(order.fulfillments()).isEmpty();
    }
}
