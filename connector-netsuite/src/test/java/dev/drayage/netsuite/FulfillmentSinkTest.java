package dev.drayage.netsuite;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drayage.error.ErrorCode;
import dev.drayage.model.ItemFulfillment;
import dev.drayage.model.LineReference;
import dev.drayage.model.OrderReference;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.model.ShippedLine;
import dev.drayage.spi.Effect;
import dev.drayage.spi.EffectOutcome;
import dev.drayage.spi.Existing;
import dev.drayage.spi.Resolution;
import dev.drayage.testkit.netsuite.AccountPreference;
import dev.drayage.testkit.netsuite.JournaledWrite;
import dev.drayage.testkit.netsuite.PackageSublist;
import dev.drayage.testkit.netsuite.Seed;
import dev.drayage.testkit.wire.Fault;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class FulfillmentSinkTest extends FulfillmentBooks {
    @Test
    void only_what_left_is_fulfilled_although_line_numbers_have_gaps() {
        EffectOutcome outcome = write(Shipments.of("S1", "111-1", Shipments.units("L2", 1), Shipments.units("L3", 2))
                .build());
        JsonNode lines = stored(ref(outcome)).path("item").path("items");
        assertThat(lines.findValuesAsText("orderLine")).containsExactly("4", "7");
        assertThat(lines.findValuesAsText("quantity")).containsExactly("1", "2");
        assertThat(order().status()).isEqualTo("E");
        assertThat(stored(ref(outcome)).path("shipStatus").path("id").asText()).isEqualTo("C");
    }

    @Test
    void an_order_may_leave_in_several_shipments() {
        write(Shipments.of("S1", "111-1", Shipments.units("L1", 1), Shipments.units("L3", 3))
                .build());
        write(Shipments.of("S2", "111-1", Shipments.units("L1", 1), Shipments.units("L2", 1))
                .build());
        assertThat(order().status()).isEqualTo("F");
        assertThat(books.netSuite.createdFrom(order().id())).hasSize(2);
    }

    @Test
    void a_line_may_be_named_by_its_number_in_netsuite_and_an_order_by_its_number_or_id() {
        ItemFulfillment shipment = ItemFulfillment.builder()
                .from(Shipments.of("S1", "x", new ShippedLine(LineReference.erp("4"), "", BigDecimal.ONE))
                        .build())
                .orderReferences(List.of(new OrderReference(
                        OrderReference.Kind.ERP_NUMBER, order().tranId().orElseThrow())))
                .build();
        assertThat(write(shipment)).isInstanceOf(EffectOutcome.Applied.class);
        ItemFulfillment byId = ItemFulfillment.builder()
                .from(Shipments.of("S2", "x", Shipments.units("L1", 1)).build())
                .orderReferences(List.of(new OrderReference(OrderReference.Kind.ERP_ID, order().id())))
                .build();
        assertThat(write(byId)).isInstanceOf(EffectOutcome.Applied.class);
    }

    @Test
    void a_warehouse_may_know_the_order_by_its_purchase_order_number() {
        reopen(TestBooks.openWith(settings -> settings.warehouseOrderField(OrderField.OTHERREFNUM)));
        ItemFulfillment shipment = ItemFulfillment.builder()
                .from(Shipments.of("S1", "x", Shipments.units("L1", 1)).build())
                .orderReferences(List.of(new OrderReference(OrderReference.Kind.ERP_NUMBER, "111-1")))
                .build();
        assertThat(write(shipment)).isInstanceOf(EffectOutcome.Applied.class);
    }

    @Test
    void a_line_that_is_not_there_and_more_than_is_open_are_told_apart() {
        assertThat(code(write(
                        Shipments.of("S1", "111-1", Shipments.units("L9", 1)).build())))
                .isEqualTo(ErrorCode.LINE_UNKNOWN);
        write(Shipments.of("S2", "111-1", Shipments.units("L1", 2)).build());
        EffectOutcome more =
                write(Shipments.of("S3", "111-1", Shipments.units("L1", 1)).build());
        assertThat(code(more)).isEqualTo(ErrorCode.QUANTITY_EXCEEDED);
        assertThat(books.netSuite.journal().count("itemFulfillment", JournaledWrite.Operation.TRANSFORM))
                .isEqualTo(1);
    }

    @Test
    void a_shipment_waits_for_its_order_and_for_its_approval() {
        EffectOutcome early =
                write(Shipments.of("S1", "222-2", Shipments.units("L1", 1)).build());
        assertThat(((EffectOutcome.Deferred) early).missing()).isEqualTo("netsuite order 222-2");
        reopen(TestBooks.openWith(settings -> settings.orderApproval(OrderApproval.PENDING_APPROVAL)));
        ItemFulfillment shipment =
                Shipments.of("S1", "111-1", Shipments.units("L1", 1)).build();
        assertThat(write(shipment)).isInstanceOf(EffectOutcome.Deferred.class);
        books.netSuite.clerk().approve(order().id());
        assertThat(write(shipment)).isInstanceOf(EffectOutcome.Applied.class);
    }

    @Test
    void two_orders_of_one_name_are_named_both() {
        String other = books.netSuite.clerk().enter("salesOrder", """
                {"entity":{"id":"110"},"custbody_drayage_order_id":"111-1","item":{"items":[{"item":{"id":"98"}}]}}
                """);
        EffectOutcome outcome =
                write(Shipments.of("S1", "111-1", Shipments.units("L1", 1)).build());
        assertThat(code(outcome)).isEqualTo(ErrorCode.MATCH_AMBIGUOUS);
        assertThat(((EffectOutcome.Rejected) outcome).violations().message()).contains(order().id(), other);
    }

    @Test
    void a_lost_answer_doubles_nothing_even_when_everything_open_had_left() {
        ItemFulfillment shipment =
                Shipments.of("S1", "111-1", Shipments.units("L1", 2)).build();
        books.netSuite.faults().next(1, Fault.LOST_ANSWER, FulfillmentSinkTest::transforms);
        assertThat(write(shipment)).isInstanceOf(EffectOutcome.Unknown.class);
        assertThat(books.resolve(RecordType.ITEM_FULFILLMENT, shipment)).isInstanceOf(Resolution.Landed.class);
        assertThat(write(shipment)).isInstanceOf(EffectOutcome.Applied.class);
        assertThat(books.netSuite.journal().count("itemFulfillment", JournaledWrite.Operation.TRANSFORM))
                .isEqualTo(1);
    }

    @Test
    void with_several_locations_each_line_names_its_own() {
        reopen(open(account -> account.seed(Seed.location(7, "Fallon"))));
        books.netSuite
                .clerk()
                .edit("salesOrder", order().id(), "{\"item\":{\"items\":[{\"line\":4,\"location\":{\"id\":\"7\"}}]}}");
        EffectOutcome outcome = write(Shipments.of("S1", "111-1", Shipments.units("L1", 1), Shipments.units("L2", 1))
                .build());
        assertThat(stored(ref(outcome))
                        .path("item")
                        .path("items")
                        .path(0)
                        .path("location")
                        .path("id")
                        .asText())
                .isEqualTo("6");
        assertThat(stored(ref(outcome))
                        .path("item")
                        .path("items")
                        .path(1)
                        .path("location")
                        .path("id")
                        .asText())
                .isEqualTo("7");
    }

    @Test
    void packages_carry_tracking_weight_and_contents() {
        EffectOutcome outcome = write(Shipments.of("S1", "111-1", Shipments.units("L1", 2), Shipments.units("L2", 1))
                .addPackages(
                        Shipments.parcel("C1", "1Z1", Shipments.units("L1", 2)),
                        Shipments.parcel("C2", "1Z2", Shipments.units("L2", 1)))
                .build());
        JsonNode rows = stored(ref(outcome)).path("package").path("items");
        assertThat(rows.findValuesAsText("packageTrackingNumber")).containsExactly("1Z1", "1Z2");
        assertThat(rows.findValuesAsText("packageDescr")).containsExactly("C1: Lines 1x2", "C2: Lines 4x1");
        assertThat(rows.path(0).path("packageWeight").decimalValue()).isEqualByComparingTo("3.3069");
    }

    @Test
    void corrected_tracking_replaces_the_packages_in_the_carriers_own_sublist() {
        for (PackageSublist home : PackageSublist.values()) {
            reopen(open(account -> account.packages(home)));
            RecordRef ref = ref(write(Shipments.of("S1", "111-1", Shipments.units("L1", 2))
                    .addPackages(Shipments.parcel("C1", "1Z1"))
                    .build()));
            ItemFulfillment corrected = Shipments.of("S1", "111-1", Shipments.units("L1", 2))
                    .addPackages(Shipments.parcel("C1", "1Z9"))
                    .build();
            assertThat(change(corrected, ref)).as("%s", home).isEqualTo(EffectOutcome.Applied.to(ref));
            assertThat(stored(ref).toString()).as("%s", home).contains("1Z9").doesNotContain("1Z1\"");
            assertThat(change(corrected, ref)).as("%s", home).isEqualTo(new EffectOutcome.Unchanged(ref));
        }
    }

    @Test
    void a_change_of_what_left_is_a_conflict_and_changes_nothing() {
        RecordRef ref =
                ref(write(Shipments.of("S1", "111-1", Shipments.units("L1", 2)).build()));
        EffectOutcome outcome =
                change(Shipments.of("S1", "111-1", Shipments.units("L1", 1)).build(), ref);
        assertThat(outcome).isInstanceOf(EffectOutcome.Conflict.class);
        books.netSuite.clerk().deleteFulfillment(ref.id());
        assertThat(change(Shipments.of("S1", "111-1", Shipments.units("L1", 2)).build(), ref))
                .isInstanceOf(EffectOutcome.Conflict.class);
    }

    @Test
    void a_plan_tells_what_does_not_fit_but_a_missing_order_is_only_waited_for() {
        assertThat(find(Shipments.of("S1", "111-1", Shipments.units("L9", 1)).build())
                        .violations()
                        .code())
                .isEqualTo(ErrorCode.LINE_UNKNOWN);
        assertThat(find(Shipments.of("S1", "none", Shipments.units("L1", 1)).build())
                        .violations()
                        .isEmpty())
                .isTrue();
        write(Shipments.of("S1", "111-1", Shipments.units("L1", 1)).build());
        assertThat(find(Shipments.of("S1", "111-1", Shipments.units("L1", 1)).build())
                        .ref())
                .isPresent();
    }

    private Existing find(ItemFulfillment shipment) {
        Effect<ItemFulfillment> effect = books.effect(RecordType.ITEM_FULFILLMENT, shipment);
        return Objects.requireNonNull(books.sink(RecordType.ITEM_FULFILLMENT)
                .find(List.of(effect), books.call())
                .get(effect.key()));
    }

    @Test
    void without_pick_pack_and_ship_no_ship_status_is_sent() {
        reopen(TestBooks.open(
                account -> account.without(AccountPreference.PICK_PACK_SHIP),
                settings -> settings.set("fulfillment.shipStatus", "false")));
        assertThat(write(Shipments.of("S1", "111-1", Shipments.units("L1", 1)).build()))
                .isInstanceOf(EffectOutcome.Applied.class);
    }
}
