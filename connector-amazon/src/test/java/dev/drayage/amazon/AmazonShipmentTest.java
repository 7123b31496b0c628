package dev.drayage.amazon;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.error.ErrorCode;
import dev.drayage.model.ItemFulfillment;
import dev.drayage.model.LineReference;
import dev.drayage.spi.Effect;
import dev.drayage.spi.EffectOutcome;
import dev.drayage.spi.Existing;
import dev.drayage.testkit.amazon.AcceptedWrite;
import dev.drayage.testkit.amazon.FulfillmentStatus;
import dev.drayage.testkit.amazon.Operation;
import dev.drayage.testkit.amazon.PackedItem;
import dev.drayage.testkit.amazon.SimulatedPackage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AmazonShipmentTest extends ShipmentScene {
    @Test
    void a_parcel_is_confirmed_with_its_tracking_and_units() {
        assertThat(apply(new Shipments())).isEqualTo(EffectOutcome.Applied.to(ref("1")));

        assertThat(packages()).singleElement().satisfies(parcel -> {
            assertThat(parcel.packageReferenceId()).isEqualTo("1");
            assertThat(parcel.carrierCode()).isEqualTo("UPS");
            assertThat(parcel.trackingNumber()).isEqualTo("1Z999AA10123456784");
            assertThat(parcel.shippingMethod()).isEqualTo("UPS Ground");
            assertThat(parcel.quantityOf(SellerCentral.LINE)).isEqualTo(2);
        });
    }

    @Test
    void partial_shipments_make_several_parcels_with_a_reference_each() {
        apply(new Shipments().parcel("1").units("1").tracking("T1"));
        apply(new Shipments().parcel("2").units("1").tracking("T2"));

        assertThat(packages()).extracting(SimulatedPackage::trackingNumber).containsExactly("T1", "T2");
        assertThat(seller.amazon
                        .orders()
                        .order(SellerCentral.ORDER)
                        .orElseThrow()
                        .status())
                .isEqualTo(FulfillmentStatus.SHIPPED);
    }

    @Test
    void a_parcel_without_a_number_gets_one_that_is_positive_and_stays_the_same() {
        String first = prepared(new Shipments().parcel("CARTON-A")).nativeKey();
        String corrected =
                prepared(new Shipments().parcel("CARTON-A").tracking("T9")).nativeKey();
        String other = prepared(new Shipments().parcel("CARTON-B")).nativeKey();

        assertThat(first).matches("[1-9][0-9]{14}").isEqualTo(corrected).isNotEqualTo(other);
        assertThat(apply(new Shipments().parcel("CARTON-A"))).isEqualTo(EffectOutcome.Applied.to(ref(first)));
    }

    @Test
    void a_corrected_tracking_number_edits_the_same_parcel() {
        apply(new Shipments());
        apply(prepared(new Shipments().tracking("1Z-CORRECTED"), Optional.of(ref("1"))));

        assertThat(packages())
                .singleElement()
                .satisfies(parcel -> assertThat(parcel.trackingNumber()).isEqualTo("1Z-CORRECTED"));
        assertThat(seller.amazon.journal().count(AcceptedWrite.Kind.EDITED_PACKAGE))
                .isEqualTo(1);
    }

    @Test
    void a_shipment_without_tracking_is_held_unless_a_placeholder_is_set() {
        assertThat(apply(new Shipments().tracking()))
                .isInstanceOfSatisfying(
                        EffectOutcome.Deferred.class,
                        held -> assertThat(held.reason().code()).isEqualTo(ErrorCode.TRACKING_MISSING));
        assertThat(seller.amazon.traffic().requests(Operation.CONFIRM_SHIPMENT)).isZero();

        seller.settings.sendWithoutTrackingAs("UNTRACKED");
        assertThat(apply(new Shipments().tracking())).isInstanceOf(EffectOutcome.Applied.class);
    }

    @Test
    void an_unmapped_carrier_parks_the_shipment_and_names_the_remedy() {
        assertThat(rejection(new Shipments().carrier("Regional Express"))).isEqualTo(ErrorCode.CARRIER_UNMAPPED);
        assertThat(message(new Shipments().carrier("Regional Express")))
                .contains("Regional Express")
                .contains("carrier.map")
                .contains("carrier.sendUnmappedByName");
        assertThat(rejection(new Shipments().carrier(""))).isEqualTo(ErrorCode.CARRIER_UNMAPPED);
        assertThat(rejection(new Shipments().carrier("ups"))).isEqualTo(ErrorCode.CARRIER_UNMAPPED);
    }

    @Test
    void the_carrier_map_goes_first_and_an_unmapped_carrier_may_be_sent_by_name() {
        seller.settings.carrier("UPS Ground Residential", "UPS").carrier("Local Van", "Other");
        apply(new Shipments().parcel("1").units("1").carrier(" ups ground residential "));
        apply(new Shipments().parcel("2").units("1").carrier("Local Van"));

        assertThat(packages()).extracting(SimulatedPackage::carrier).containsExactly("UPS", "Local Van");

        seller.settings.sendUnmappedCarriersByName(true);
        apply(new Shipments().parcel("2").units("1").carrier("Regional Express"));
        assertThat(packages().get(1).carrierCode()).isEqualTo("Other");
        assertThat(packages().get(1).carrierName()).isEqualTo("Regional Express");
    }

    @Test
    void lines_are_matched_by_amazons_id_only() {
        assertThat(rejection(new Shipments().line(LineReference.erp("3")))).isEqualTo(ErrorCode.LINE_UNKNOWN);
        assertThat(rejection(new Shipments().line(LineReference.channel("999"))))
                .isEqualTo(ErrorCode.LINE_UNKNOWN);
    }

    @Test
    void shipments_that_can_never_be_confirmed_are_refused_before_anything_is_sent() {
        assertThat(rejection(new Shipments().parcels(2))).isEqualTo(ErrorCode.REFUSED_BY_TARGET);
        assertThat(rejection(new Shipments().parcels(0))).isEqualTo(ErrorCode.REFUSED_BY_TARGET);
        assertThat(rejection(new Shipments().order("SO-10045"))).isEqualTo(ErrorCode.REFUSED_BY_TARGET);
        assertThat(rejection(new Shipments().units("0.5"))).isEqualTo(ErrorCode.REFUSED_BY_TARGET);
        assertThat(rejection(new Shipments().status(ItemFulfillment.Status.VOIDED)))
                .isEqualTo(ErrorCode.REFUSED_BY_TARGET);
        assertThat(apply(new Shipments().status(ItemFulfillment.Status.PACKED)))
                .isInstanceOf(EffectOutcome.Deferred.class);
        assertThat(seller.amazon.traffic().requests(Operation.CONFIRM_SHIPMENT)).isZero();
    }

    @Test
    void the_only_store_of_the_account_stands_in_for_one_that_is_not_named() {
        assertThat(apply(new Shipments().marketplace(""))).isInstanceOf(EffectOutcome.Applied.class);
    }

    @Test
    void a_departure_in_the_future_is_told_as_now() {
        apply(new Shipments().shippedAt(SellerCentral.NOW.plus(Duration.ofHours(3))));

        assertThat(packages().get(0).shipDate()).isEqualTo(SellerCentral.NOW);
    }

    @Test
    void more_than_is_open_and_a_cancelled_order_are_refused_in_our_codes() {
        assertThat(rejection(new Shipments().units("3"))).isEqualTo(ErrorCode.QUANTITY_EXCEEDED);

        apply(new Shipments());
        assertThat(rejection(new Shipments().parcel("2"))).isEqualTo(ErrorCode.QUANTITY_EXCEEDED);

        String other = "111-0000000-0000009";
        seller.amazon
                .orders()
                .add(SellerCentral.order(other)
                        .item(SellerCentral.item().build())
                        .build());
        seller.amazon.orders().cancel(other, "BUYER", "");
        assertThat(rejection(new Shipments().order(other))).isEqualTo(ErrorCode.REFUSED_BY_TARGET);
        assertThat(message(new Shipments().order(other))).contains(other).contains("CANCELLED");
        assertThat(rejection(new Shipments().order("111-0000000-0000404"))).isEqualTo(ErrorCode.REFUSED_BY_TARGET);
    }

    @Test
    void a_look_finds_nothing_and_then_the_package_with_before_and_after() {
        Existing before = find(new Shipments());
        assertThat(before.ref()).isEmpty();
        assertThat(before.violations().isEmpty()).isTrue();
        assertThat(before.after()).containsEntry("trackingNumber", "1Z999AA10123456784");

        apply(new Shipments());
        Existing found = find(new Shipments().tracking("T2"));
        assertThat(found.ref()).contains(ref("1"));
        assertThat(found.before()).containsEntry("trackingNumber", "1Z999AA10123456784");
        assertThat(found.after()).containsEntry("trackingNumber", "T2");
        assertThat(found.violations().isEmpty()).isTrue();
    }

    @Test
    void a_package_that_was_entered_by_hand_is_adopted_by_tracking_and_carrier_and_not_changed() {
        seller.amazon
                .orders()
                .addPackage(
                        SellerCentral.ORDER,
                        new SimulatedPackage(
                                "BY-HAND",
                                "UPS",
                                "",
                                "",
                                "1Z999AA10123456784",
                                SellerCentral.NOW,
                                SellerCentral.NOW,
                                List.of(new PackedItem(SellerCentral.LINE, 2, List.of()))));

        assertThat(find(new Shipments()).ref()).contains(ref("BY-HAND"));
        assertThat(find(new Shipments().carrier("DPD")).ref()).isEmpty();
        assertThat(apply(prepared(new Shipments(), Optional.of(ref("BY-HAND")))))
                .isInstanceOf(EffectOutcome.Rejected.class);
    }

    @Test
    void a_look_tells_what_amazon_would_refuse() {
        assertThat(find(new Shipments().units("3")).violations().code()).isEqualTo(ErrorCode.QUANTITY_EXCEEDED);
        assertThat(find(new Shipments().line(LineReference.channel("9")))
                        .violations()
                        .code())
                .isEqualTo(ErrorCode.LINE_UNKNOWN);
        assertThat(find(new Shipments().tracking()).violations().code()).isEqualTo(ErrorCode.TRACKING_MISSING);
        assertThat(find(new Shipments().carrier("X")).violations().code()).isEqualTo(ErrorCode.CARRIER_UNMAPPED);
        assertThat(find(new Shipments().order("111-0000000-0000404"))
                        .violations()
                        .code())
                .isEqualTo(ErrorCode.REFUSED_BY_TARGET);
        seller.amazon.orders().cancel(SellerCentral.ORDER, "BUYER", "");
        assertThat(find(new Shipments()).violations().message()).contains("CANCELLED");
    }

    @Test
    void looks_for_parcels_of_one_order_read_it_once() {
        List<Effect<ItemFulfillment>> effects = List.of(
                new Shipments().units("1").effect(),
                new Shipments().parcel("2").units("1").effect());

        assertThat(seller.shipments().find(effects, seller.call())).hasSize(2);
        assertThat(seller.amazon.traffic().requests(Operation.GET_ORDER)).isEqualTo(1);
    }
}
