package dev.drayage.shopify.internal.fulfillment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.error.ErrorCode;
import dev.drayage.model.ItemFulfillment;
import dev.drayage.model.LineReference;
import dev.drayage.model.RecordRef;
import dev.drayage.spi.EffectOutcome;
import dev.drayage.spi.Violation;
import dev.drayage.testkit.shopify.Fulfillment;
import dev.drayage.testkit.shopify.NewLine;
import dev.drayage.testkit.shopify.NewOrder;
import dev.drayage.testkit.shopify.ShopOrder;
import dev.drayage.testkit.shopify.StockLocation;
import dev.drayage.testkit.wire.Fault;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class ParcelTellingTest extends ParcelScene {
    @Test
    void a_parcel_is_told_with_its_tracking_and_nobody_is_mailed() {
        ShopOrder order = at.order();

        RecordRef ref = told(Parcels.all(order).carrier("ups").tracking("1Z1", "1Z2"));

        Fulfillment made = order.fulfillments().get(0);
        assertThat(ref).isEqualTo(ref(made));
        assertThat(made.tracking())
                .containsExactly(
                        new Fulfillment.Tracking("UPS", "1Z1", ""), new Fulfillment.Tracking("UPS", "1Z2", ""));
        assertThat(made.notified()).isFalse();
        assertThat(order.fulfillmentStatus()).isEqualTo("FULFILLED");
    }

    @Test
    void buyers_are_mailed_where_the_setting_says_so() {
        at.settings.notifyCustomer(true);
        ShopOrder order = at.order();
        told(Parcels.all(order));
        assertThat(order.fulfillments().get(0).notified()).isTrue();
    }

    @Test
    void several_parcels_of_one_order_are_several_fulfillments_with_their_own_units() {
        ShopOrder order = at.order();

        told(new Parcels(order).parcel("1").line(0, 1).tracking("1Z1"));
        assertThat(order.fulfillmentStatus()).isEqualTo("PARTIALLY_FULFILLED");
        told(new Parcels(order).parcel("2").line(0, 1).line(1, 1).tracking("1Z2"));

        assertThat(order.fulfillments()).hasSize(2);
        assertThat(order.fulfillments().get(0).lines())
                .extracting(Fulfillment.Line::quantity)
                .containsExactly(1);
        assertThat(order.fulfillmentStatus()).isEqualTo("FULFILLED");
    }

    @Test
    void parcels_from_two_locations_are_told_of_the_fulfillment_orders_of_each() {
        ShopOrder order = overTwoLocations();

        told(new Parcels(order).parcel("1").line(0, 1).from("second warehouse ").tracking("1Z1"));
        told(new Parcels(order).parcel("2").line(1, 2).from("Main Warehouse").tracking("1Z2"));

        assertThat(order.fulfillments()).extracting(Fulfillment::location).containsExactly(at.west, at.east);
    }

    private ShopOrder overTwoLocations() {
        return at.shop
                .orders()
                .placePaid(NewOrder.of(
                        NewLine.of("SHIRT-1", 1, "20.00").from(at.west),
                        NewLine.of("SHIRT-1", 2, "20.00").from(at.east)));
    }

    @Test
    void a_parcel_whose_lines_are_at_two_locations_is_refused_because_one_call_takes_one() {
        ShopOrder order = overTwoLocations();

        assertThat(rejection(Parcels.all(order).fromNowhere()).code()).isEqualTo(ErrorCode.VALUE_UNMAPPED);
        Violation elsewhere = rejection(Parcels.all(order));
        assertThat(elsewhere.code()).isEqualTo(ErrorCode.QUANTITY_EXCEEDED);
        assertThat(elsewhere.message()).contains("West", "location.map");
        at.settings.location(at.west.number(), "Main Warehouse");
        restart();
        assertThat(rejection(Parcels.all(order)).message()).contains("several locations", "East", "West");
        assertThat(order.fulfillments()).isEmpty();
    }

    @Test
    void a_place_without_an_entry_needs_none_while_all_is_at_one_location() {
        ShopOrder order = at.order();
        told(Parcels.all(order).from("Shed"));
        assertThat(order.fulfillments().get(0).location()).isEqualTo(at.east);
    }

    @Test
    void what_shopify_moved_to_another_location_is_found_there() {
        ShopOrder order = at.order();
        at.shop.orders().move(order.fulfillmentOrders().get(0), at.west);

        told(Parcels.all(order).from("Second Warehouse"));

        assertThat(order.fulfillments().get(0).location()).isEqualTo(at.west);
    }

    @Test
    void the_same_sku_twice_in_an_order_is_told_by_line_and_never_by_sku() {
        ShopOrder order = at.shop
                .orders()
                .placePaid(NewOrder.of(
                        NewLine.of("SHIRT-1", 1, "20.00").from(at.east),
                        NewLine.of("SHIRT-1", 3, "15.00").from(at.east)));

        told(new Parcels(order).line(1, 2));

        assertThat(order.lines().get(0).fulfilledQuantity()).isZero();
        assertThat(order.lines().get(1).fulfilledQuantity()).isEqualTo(2);
    }

    @Test
    void shares_that_shopify_split_at_one_location_go_into_one_call() {
        ShopOrder order = at.order();
        told(new Parcels(order).parcel("1").line(0, 1).tracking("1Z1"));
        at.shop.orders().cancel(order.fulfillments().get(0));
        assertThat(order.openFulfillmentOrders()).hasSize(2);

        told(Parcels.all(order).parcel("2").tracking("1Z2"));

        assertThat(creations()).isEqualTo(2);
        assertThat(order.fulfillmentStatus()).isEqualTo("FULFILLED");
    }

    @Test
    void what_is_on_hold_or_scheduled_waits_and_says_why() {
        ShopOrder held = at.order();
        at.shop.orders().hold(held.fulfillmentOrders().get(0), "AWAITING_PAYMENT", "");
        EffectOutcome outcome = apply(Parcels.all(held));
        assertThat(outcome).isInstanceOf(EffectOutcome.Deferred.class);
        assertThat(((EffectOutcome.Deferred) outcome).reason().code()).isEqualTo(ErrorCode.WAITING_FOR_RECORD);
        assertThat(((EffectOutcome.Deferred) outcome).reason().message()).contains("AWAITING_PAYMENT");

        at.shop.orders().release(held.fulfillmentOrders().get(0));
        told(Parcels.all(held));

        ShopOrder later = at.order();
        at.shop.orders().schedule(later.fulfillmentOrders().get(0));
        assertThat(apply(Parcels.all(later))).isInstanceOf(EffectOutcome.Deferred.class);
    }

    @Test
    void what_a_fulfillment_service_ships_is_not_told_by_us() {
        StockLocation service = at.shop.stock().fulfillmentService("Ship4U");
        ShopOrder order = at.shop
                .orders()
                .placePaid(NewOrder.of(NewLine.of("SHIRT-1", 1, "20.00").from(service)));

        Violation refused = rejection(Parcels.all(order).from("Shed"));

        assertThat(refused.code()).isEqualTo(ErrorCode.REFUSED_BY_TARGET);
        assertThat(refused.message()).contains("Ship4U", "move the fulfillment order");
    }

    @Test
    void more_than_is_left_is_refused_with_the_numbers() {
        ShopOrder order = at.order();
        Violation refused = rejection(new Parcels(order).line(0, 3));
        assertThat(refused.code()).isEqualTo(ErrorCode.QUANTITY_EXCEEDED);
        assertThat(refused.message()).contains("3 would ship, but only 2 are left");
    }

    @Test
    void a_line_that_was_removed_is_told_as_such() {
        ShopOrder order = at.order();
        at.shop.orders().edit(order, order.lines().get(1), 0);
        assertThat(rejection(Parcels.all(order)).code()).isIn(ErrorCode.LINE_UNKNOWN, ErrorCode.QUANTITY_EXCEEDED);
        assertThat(rejection(new Parcels(order).line(LineReference.channel("4"), "1"))
                        .code())
                .isEqualTo(ErrorCode.LINE_UNKNOWN);
    }

    @Test
    void a_cancelled_order_takes_nothing_and_the_message_says_so() {
        ShopOrder order = at.order();
        at.shop.orders().cancel(order, true);
        assertThat(rejection(Parcels.all(order)).message()).contains("cancelled at Shopify");
        assertThat(order.fulfillments()).isEmpty();
    }

    @Test
    void an_order_that_the_shop_does_not_know_is_told() {
        assertThat(rejection(Parcels.all(at.order()).order("4")).message()).contains("knows no order 4");
        assertThat(rejection(Parcels.all(at.order()).order("#1001")).message()).contains("no number of an order");
    }

    @Test
    void a_carrier_that_shopify_does_not_know_needs_a_name_of_its_or_an_address() {
        ShopOrder order = at.order();
        assertThat(rejection(Parcels.all(order).carrier("Blue Van")).code()).isEqualTo(ErrorCode.CARRIER_UNMAPPED);
        assertThat(rejection(Parcels.all(order).carrier("")).code()).isEqualTo(ErrorCode.CARRIER_UNMAPPED);
        assertThat(rejection(Parcels.all(order).carrier("Other")).code()).isEqualTo(ErrorCode.CARRIER_UNMAPPED);

        at.settings
                .carrier("UPS Ground", "UPS")
                .trackingUrl("Blue Van", "https://track.example.com/?parcel={}")
                .trackingUrl("UPS", "https://ups.example.com/{}");
        restart();
        told(new Parcels(order).parcel("1").line(0, 2).carrier("BLUE VAN").tracking("A 1", "A2"));
        told(new Parcels(order).parcel("2").line(1, 1).carrier("ups ground").tracking("1Z1"));

        assertThat(order.fulfillments().get(0).tracking())
                .containsExactly(
                        new Fulfillment.Tracking("BLUE VAN", "A 1", "https://track.example.com/?parcel=A%201"),
                        new Fulfillment.Tracking("BLUE VAN", "A2", "https://track.example.com/?parcel=A2"));
        assertThat(order.fulfillments().get(1).tracking())
                .containsExactly(new Fulfillment.Tracking("UPS", "1Z1", "https://ups.example.com/1Z1"));
    }

    @Test
    void an_order_that_moves_on_between_reading_and_telling_is_read_again() {
        ShopOrder order = at.order();
        AtomicBoolean once = new AtomicBoolean();
        at.shop.faults().next(1, Fault.RESET, request -> {
            if (request.text().contains("mutation FulfillmentCreate") && once.compareAndSet(false, true)) {
                at.shop.orders().ship(order.fulfillmentOrders().get(0), "UPS", "1Z9");
            }
            return false;
        });

        assertThat(apply(Parcels.all(order).tracking("1Z9")))
                .isEqualTo(new EffectOutcome.Unchanged(ref(order.fulfillments().get(0))));
        assertThat(creations()).isZero();
    }

    @Test
    void an_order_of_many_lines_is_read_to_its_end() {
        NewLine[] lines = new NewLine[120];
        Arrays.setAll(lines, n -> NewLine.of("SHIRT-1", 1, "20.00").from(at.east));
        ShopOrder order = at.shop.orders().placePaid(NewOrder.of(lines));

        RecordRef ref = told(Parcels.all(order));

        assertThat(order.fulfillmentStatus()).isEqualTo("FULFILLED");
        restart();
        assertThat(apply(Parcels.all(order))).isEqualTo(new EffectOutcome.Unchanged(ref));
        assertThat(prepared(Parcels.all(order)).hint()).hasSizeLessThan(200);
    }

    @Test
    void a_parcel_without_tracking_and_carrier_is_told_without() {
        ShopOrder order = at.order();
        told(Parcels.all(order).carrier("").tracking());
        assertThat(order.fulfillments().get(0).tracking()).isEmpty();
    }

    @Test
    void what_has_not_left_waits_and_what_was_voided_is_not_told() {
        ShopOrder order = at.order();
        assertThat(apply(Parcels.all(order).status(ItemFulfillment.Status.PACKED)))
                .isInstanceOf(EffectOutcome.Deferred.class);
        assertThat(rejection(Parcels.all(order).status(ItemFulfillment.Status.VOIDED))
                        .message())
                .contains("voided");
    }

    @Test
    void all_faults_of_a_parcel_are_told_at_once() {
        ShopOrder order = at.order();
        EffectOutcome outcome =
                apply(new Parcels(order).line(LineReference.erp("1"), "1.5").carrier("Blue Van"));
        assertThat(((EffectOutcome.Rejected) outcome).violations().list())
                .extracting(Violation::code)
                .containsExactly(ErrorCode.CARRIER_UNMAPPED, ErrorCode.LINE_UNKNOWN);
        assertThat(rejection(new Parcels(order).line(LineReference.channel("7"), "1.5"))
                        .message())
                .contains("whole units, not 1.5");
    }

    @Test
    void a_refusal_for_quota_is_waited_out_because_nothing_ran() {
        at.shop.faults().next(1, Fault.THROTTLED, request -> request.text().contains("mutation FulfillmentCreate"));
        told(Parcels.all(at.order()));
        assertThat(creations()).isEqualTo(1);
    }

    @Test
    void a_look_tells_what_would_be_written_and_why_it_would_be_refused() {
        ShopOrder order = at.order();
        assertThat(find(Parcels.all(order)).ref()).isEmpty();
        assertThat(find(Parcels.all(order)).after())
                .containsEntry("company", "UPS")
                .containsEntry("numbers", "[1Z999AA10123456784]");
        assertThat(find(new Parcels(order).line(0, 7)).violations().code()).isEqualTo(ErrorCode.QUANTITY_EXCEEDED);
        assertThat(find(Parcels.all(order).carrier("Blue Van")).violations().code())
                .isEqualTo(ErrorCode.CARRIER_UNMAPPED);

        RecordRef ref = told(Parcels.all(order));
        assertThat(find(Parcels.all(order)).ref()).contains(ref);
        assertThat(find(Parcels.all(order)).before())
                .isEqualTo(find(Parcels.all(order)).after());
        assertThat(creations()).isEqualTo(1);
    }

    @Test
    void a_look_at_a_corrected_parcel_shows_both_versions_even_after_a_restart() {
        ShopOrder order = at.order();
        RecordRef ref = told(Parcels.all(order).tracking("1Z1"));
        assertThat(find(Parcels.all(order).tracking("1Z2")).ref()).contains(ref);

        restart();

        assertThat(find(Parcels.all(order).tracking("1Z2")).ref()).isEmpty();
        assertThat(find(Parcels.all(order).tracking("1Z2")).violations().list()).isEmpty();
        assertThat(find(Parcels.all(order).tracking("1Z2")).before()).containsEntry("numbers", "[1Z1]");
    }

    @Test
    void a_look_at_what_must_wait_refuses_nothing_and_says_for_what() {
        ShopOrder held = at.order();
        at.shop.orders().hold(held.fulfillmentOrders().get(0), "OTHER", "");
        assertThat(find(Parcels.all(held)).violations().list()).isEmpty();
        assertThat(find(Parcels.all(held)).after().get("waitsFor")).contains("on hold: OTHER");
    }
}
