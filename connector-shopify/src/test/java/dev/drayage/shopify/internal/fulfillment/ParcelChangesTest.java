package dev.drayage.shopify.internal.fulfillment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.model.ItemFulfillment;
import dev.drayage.model.RecordRef;
import dev.drayage.spi.EffectOutcome;
import dev.drayage.testkit.shopify.Fulfillment;
import dev.drayage.testkit.shopify.ShopOrder;
import org.junit.jupiter.api.Test;

/** What becomes of a parcel after it was told, by us or by a person in the admin. */
class ParcelChangesTest extends ParcelScene {
    @Test
    void corrected_tracking_replaces_the_whole_list() {
        ShopOrder order = at.order();
        RecordRef ref = told(Parcels.all(order).tracking("1Z1", "1Z2"));

        EffectOutcome outcome =
                apply(prepared(Parcels.all(order).carrier("FedEx").tracking("F1"), ref));

        assertThat(outcome).isEqualTo(EffectOutcome.Applied.to(ref));
        assertThat(order.fulfillments()).hasSize(1);
        assertThat(order.fulfillments().get(0).tracking()).containsExactly(new Fulfillment.Tracking("FedEx", "F1", ""));
        assertThat(apply(prepared(Parcels.all(order).carrier("FedEx").tracking("F1"), ref)))
                .isEqualTo(new EffectOutcome.Unchanged(ref));
        assertThat(at.shop.journal().count("fulfillmentTrackingInfoUpdate")).isEqualTo(1);
    }

    @Test
    void changed_contents_are_a_conflict_that_shows_both_versions() {
        ShopOrder order = at.order();
        RecordRef ref = told(Parcels.all(order));

        EffectOutcome outcome = apply(prepared(new Parcels(order).line(0, 1), ref));

        assertThat(outcome).isInstanceOf(EffectOutcome.Conflict.class);
        assertThat(((EffectOutcome.Conflict) outcome).message()).contains("=2", "=1", "cancel the fulfillment there");
    }

    @Test
    void a_voided_parcel_is_cancelled_once_and_its_lines_are_open_again() {
        ShopOrder order = at.order();
        RecordRef ref = told(Parcels.all(order));

        assertThat(apply(prepared(Parcels.all(order).voided(), ref))).isEqualTo(EffectOutcome.Applied.to(ref));
        assertThat(order.fulfillments().get(0).cancelled()).isTrue();
        assertThat(apply(prepared(Parcels.all(order).voided(), ref))).isEqualTo(new EffectOutcome.Unchanged(ref));

        assertThat(at.shop.journal().count("fulfillmentCancel")).isEqualTo(1);
        assertThat(order.fulfillmentStatus()).isEqualTo("UNFULFILLED");
    }

    @Test
    void a_look_before_taking_back_refuses_nothing() {
        ShopOrder order = at.order();
        RecordRef ref = told(Parcels.all(order));
        assertThat(find(Parcels.all(order).voided()).ref()).contains(ref);
        assertThat(find(Parcels.all(order).status(ItemFulfillment.Status.VOIDED).voided())
                        .violations()
                        .list())
                .isEmpty();
    }

    @Test
    void taking_back_what_was_never_told_is_refused() {
        assertThat(rejection(Parcels.all(at.order()).voided()).message()).contains("not known");
    }

    @Test
    void a_parcel_that_was_voided_and_left_after_all_is_told_anew() {
        ShopOrder order = at.order();
        RecordRef first = told(Parcels.all(order));
        apply(prepared(Parcels.all(order).voided(), first));

        EffectOutcome outcome = apply(prepared(Parcels.all(order), first));

        assertThat(outcome)
                .isEqualTo(EffectOutcome.Applied.to(ref(order.fulfillments().get(1))));
        assertThat(order.fulfillmentStatus()).isEqualTo("FULFILLED");
    }

    @Test
    void what_a_person_told_with_the_same_tracking_is_taken_and_not_told_twice() {
        ShopOrder order = at.order();
        Fulfillment byHand = at.shop.orders().ship(order.fulfillmentOrders().get(0), "UPS", "1Z9");

        assertThat(apply(Parcels.all(order).tracking("1Z9"))).isEqualTo(new EffectOutcome.Unchanged(ref(byHand)));
        assertThat(creations()).isZero();
    }

    @Test
    void what_a_person_told_in_part_is_taken_though_more_could_be_shipped() {
        ShopOrder order = at.order();
        Fulfillment byHand = at.shop
                .orders()
                .ship(order.fulfillmentOrders().get(0), order.lines().get(0), 1, "UPS", "1Z9");

        assertThat(apply(new Parcels(order).line(0, 1).tracking("1Z9")))
                .isEqualTo(new EffectOutcome.Unchanged(ref(byHand)));
        assertThat(order.fulfillments()).hasSize(1);
    }

    @Test
    void what_a_person_told_without_tracking_gets_ours() {
        ShopOrder order = at.order();
        Fulfillment byHand = at.shop.orders().ship(order.fulfillmentOrders().get(0), "", "");

        assertThat(find(Parcels.all(order)).ref()).contains(ref(byHand));
        assertThat(apply(Parcels.all(order).tracking("1Z9"))).isEqualTo(EffectOutcome.Applied.to(ref(byHand)));
        assertThat(byHand.tracking()).containsExactly(new Fulfillment.Tracking("UPS", "1Z9", ""));
        assertThat(creations()).isZero();
    }

    @Test
    void what_a_person_told_with_other_tracking_is_a_conflict() {
        ShopOrder order = at.order();
        at.shop.orders().ship(order.fulfillmentOrders().get(0), "FedEx", "BY-HAND");

        EffectOutcome outcome = apply(Parcels.all(order).tracking("1Z9"));

        assertThat(outcome).isInstanceOf(EffectOutcome.Conflict.class);
        assertThat(((EffectOutcome.Conflict) outcome).message()).contains("BY-HAND", "1Z9");
    }

    @Test
    void what_a_person_cancelled_and_the_erp_corrects_is_told_anew() {
        ShopOrder order = at.order();
        RecordRef ref = told(Parcels.all(order).tracking("1Z1"));
        at.shop.orders().cancel(order.fulfillments().get(0));

        apply(prepared(Parcels.all(order).tracking("1Z2"), ref));

        assertThat(order.fulfillments()).hasSize(2);
        assertThat(order.fulfillmentStatus()).isEqualTo("FULFILLED");
    }

    @Test
    void twins_under_one_tracking_number_are_two_parcels() {
        ShopOrder order = at.order();

        RecordRef first = told(new Parcels(order).parcel("1").line(0, 1).tracking("1ZMASTER"));
        RecordRef second = told(new Parcels(order).parcel("2").line(0, 1).tracking("1ZMASTER"));

        assertThat(first).isNotEqualTo(second);
        assertThat(order.lines().get(0).fulfilledQuantity()).isEqualTo(2);
    }
}
