package dev.drayage.netsuite;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drayage.error.ErrorCode;
import dev.drayage.model.InventoryNumber;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A shipment that names a packed item fulfillment is booked on that one. The order's lines are 1 (two), 4 (one), 7 (three). */
class PackedBookingTest extends FulfillmentBooks {
    private String packed = "";

    @BeforeEach
    void pack() {
        packed = books.netSuite.clerk().pack(order().id(), "{}");
    }

    private ItemFulfillment.Builder shipment(String id, ShippedLine... lines) {
        return Shipments.of(id, "111-1", lines)
                .orderReferences(List.of(
                        new OrderReference(OrderReference.Kind.ERP_FULFILLMENT_ID, packed),
                        new OrderReference(OrderReference.Kind.CHANNEL_ORDER_ID, "111-1")));
    }

    private ItemFulfillment everything() {
        return shipment("S1", units("1", 2), units("4", 1), units("7", 3))
                .addPackages(Shipments.parcel("C1", "1Z1", units("1", 2), units("4", 1), units("7", 3)))
                .build();
    }

    private static ShippedLine units(String orderLine, int quantity) {
        return new ShippedLine(LineReference.erp(orderLine), "", BigDecimal.valueOf(quantity));
    }

    private JsonNode standing() {
        return books.netSuite.record("itemFulfillment", packed).orElseThrow().body();
    }

    private RecordRef ref() {
        return RecordRef.of(books.connector.account(), RecordType.ITEM_FULFILLMENT, packed);
    }

    @Test
    void all_that_was_packed_leaves_with_date_carrier_and_packages_in_the_accounts_own_sublist() {
        for (PackageSublist home : PackageSublist.values()) {
            reopen(open(account -> account.packages(home)));
            pack();
            assertThat(write(everything())).as("%s", home).isEqualTo(EffectOutcome.Applied.to(ref()));
            assertThat(standing().toString()).contains("1Z1", "C1: Lines 1x2, 4x1, 7x3");
            assertThat(standing().path("shipStatus").path("id").asText()).isEqualTo("C");
            assertThat(standing().path("tranDate").asText()).isEqualTo("2026-06-15");
            assertThat(standing().path("custbody_drayage_carrier").asText()).isEqualTo("UPS");
            assertThat(order().status()).isEqualTo("F");
            assertThat(books.netSuite.createdFrom(order().id())).hasSize(1);
        }
    }

    @Test
    void what_was_packed_and_did_not_leave_is_open_on_the_order_again() {
        assertThat(write(shipment("S1", units("1", 1), units("7", 3)).build()))
                .isEqualTo(EffectOutcome.Applied.to(ref()));
        JsonNode lines = standing().path("item").path("items");
        assertThat(lines.findValuesAsText("orderLine")).containsExactly("1", "7");
        assertThat(lines.findValuesAsText("quantity")).containsExactly("1", "3");
        assertThat(order().status()).isEqualTo("E");
        String rest = books.netSuite.clerk().pack(order().id(), "{}");
        assertThat(books.netSuite
                        .record("itemFulfillment", rest)
                        .orElseThrow()
                        .body()
                        .path("item")
                        .path("items")
                        .findValuesAsText("quantity"))
                .containsExactly("1", "1");
    }

    @Test
    void it_may_be_named_by_its_number_and_its_lines_by_the_channels_ids() {
        String number = books.netSuite
                .record("itemFulfillment", packed)
                .flatMap(record -> record.tranId())
                .orElseThrow();
        ItemFulfillment shipment = Shipments.of(
                        "S1", "x", Shipments.units("L1", 2), Shipments.units("L2", 1), Shipments.units("L3", 3))
                .orderReferences(List.of(new OrderReference(OrderReference.Kind.ERP_FULFILLMENT_NUMBER, number)))
                .build();
        assertThat(write(shipment)).isEqualTo(EffectOutcome.Applied.to(ref()));
        String other = books.netSuite.clerk().pack(books.netSuite.clerk().enter("salesOrder", """
                        {"entity":{"id":"110"},"orderStatus":{"id":"B"},"item":{"items":[{"item":{"id":"98"},"quantity":1}]}}
                        """), "{}");
        books.netSuite.clerk().edit("itemFulfillment", other, "{\"tranId\":\"" + number + "\"}");
        ItemFulfillment second = ItemFulfillment.builder()
                .from(shipment)
                .ref(RecordRef.of(Shipments.WAREHOUSE, RecordType.ITEM_FULFILLMENT, "S2"))
                .build();
        assertThat(code(write(second))).isEqualTo(ErrorCode.MATCH_AMBIGUOUS);
    }

    @Test
    void a_line_that_was_not_packed_and_more_than_was_packed_are_told_apart() {
        assertThat(code(write(shipment("S1", units("9", 1)).build()))).isEqualTo(ErrorCode.LINE_UNKNOWN);
        EffectOutcome more = write(shipment("S1", units("1", 3)).build());
        assertThat(code(more)).isEqualTo(ErrorCode.QUANTITY_EXCEEDED);
        assertThat(((EffectOutcome.Rejected) more).violations().message()).contains("2 are packed");
        assertThat(standing().path("shipStatus").path("id").asText()).isEqualTo("B");
    }

    @Test
    void lots_are_issued_as_the_warehouse_took_them() {
        reopen(TestBooks.open(account -> account.with(AccountPreference.LINE_NUMBER_GAPS)
                .seed(Seed.lotNumberedItem(120, "VITC-500", new BigDecimal("9.00")))));
        books.netSuite.clerk().receiveStock("120", "6", new BigDecimal("50"), "LOT2407A");
        books.netSuite.clerk().receiveStock("120", "6", new BigDecimal("50"), "LOT2407B");
        String order = books.netSuite.clerk().enter("salesOrder", """
                {"entity":{"id":"110"},"orderStatus":{"id":"B"},"location":{"id":"6"},
                 "item":{"items":[{"item":{"id":"120"},"quantity":6,"rate":9}]}}
                """);
        packed = books.netSuite.clerk().pack(order, "{}");
        EffectOutcome unknown = write(shipment("S0", lots(5, "LOT9999", 5)).build());
        assertThat(((EffectOutcome.Rejected) unknown).violations().message()).contains("LOT9999");
        assertThat(write(shipment("S1", lots(5, "LOT2407A", 3, "LOT2407B", 2)).build()))
                .isEqualTo(EffectOutcome.Applied.to(ref()));
        assertThat(books.netSuite.onHand("120", "6", "LOT2407A")).isEqualByComparingTo("47");
        assertThat(books.netSuite.onHand("120", "6", "LOT2407B")).isEqualByComparingTo("48");
    }

    private static ShippedLine lots(int units, Object... numbers) {
        List<InventoryNumber> told = new ArrayList<>();
        for (int i = 0; i < numbers.length; i += 2) {
            told.add(new InventoryNumber(
                    (String) numbers[i], BigDecimal.valueOf((Integer) numbers[i + 1]), Optional.empty()));
        }
        return new ShippedLine(LineReference.erp("1"), "", BigDecimal.valueOf(units), told);
    }

    @Test
    void a_lost_answer_doubles_nothing() {
        ItemFulfillment shipment = shipment("S1", units("1", 1)).build();
        assertThat(books.resolve(RecordType.ITEM_FULFILLMENT, shipment)).isInstanceOf(Resolution.NotLanded.class);
        books.netSuite
                .faults()
                .next(1, Fault.LOST_ANSWER, request -> request.method().equals("PATCH"));
        assertThat(write(shipment)).isInstanceOf(EffectOutcome.Unknown.class);
        assertThat(books.resolve(RecordType.ITEM_FULFILLMENT, shipment))
                .isEqualTo(new Resolution.Landed(EffectOutcome.Applied.to(ref())));
        assertThat(write(shipment)).isEqualTo(EffectOutcome.Applied.to(ref()));
        assertThat(updates()).isEqualTo(1);
    }

    @Test
    void a_lost_answer_is_known_by_the_parcels_where_the_fulfillment_had_an_external_id_of_its_own() {
        books.netSuite.clerk().edit("itemFulfillment", packed, "{\"externalId\":\"WMS-7\"}");
        long before = updates();
        books.netSuite
                .faults()
                .next(1, Fault.LOST_ANSWER, request -> request.method().equals("PATCH"));
        assertThat(write(everything())).isInstanceOf(EffectOutcome.Unknown.class);
        assertThat(books.resolve(RecordType.ITEM_FULFILLMENT, everything())).isInstanceOf(Resolution.NotLanded.class);
        assertThat(find(everything()).ref()).contains(ref());
        assertThat(write(everything())).isEqualTo(EffectOutcome.Applied.to(ref()));
        assertThat(updates() - before).isEqualTo(1);
        assertThat(standing().path("externalId").asText()).isEqualTo("WMS-7");
    }

    private long updates() {
        return books.netSuite.journal().count("itemFulfillment", JournaledWrite.Operation.UPDATE);
    }

    @Test
    void a_second_shipment_of_the_same_units_is_not_taken_for_the_first() {
        write(shipment("S1", units("1", 1)).build());
        assertThat(write(shipment("S2", units("1", 1)).build())).isInstanceOf(EffectOutcome.Conflict.class);
        assertThat(write(shipment("S3", units("7", 3)).build())).isInstanceOf(EffectOutcome.Conflict.class);
    }

    @Test
    void what_a_person_marked_as_shipped_gets_the_tracking_of_the_warehouse() {
        books.netSuite.clerk().markShipped(packed);
        assertThat(write(everything())).isEqualTo(EffectOutcome.Applied.to(ref()));
        assertThat(standing().toString()).contains("1Z1");
    }

    @Test
    void a_later_correction_of_the_tracking_number_follows() {
        write(everything());
        ItemFulfillment corrected = ItemFulfillment.builder()
                .from(everything())
                .packages(List.of(Shipments.parcel("C1", "1Z9")))
                .build();
        assertThat(change(corrected, ref())).isEqualTo(EffectOutcome.Applied.to(ref()));
        assertThat(standing().toString()).contains("1Z9").doesNotContain("1Z1\"");
    }

    @Test
    void a_shipment_waits_for_its_fulfillment_and_for_its_packing() {
        books.netSuite.clerk().edit("itemFulfillment", packed, "{\"shipStatus\":{\"id\":\"A\"}}");
        assertThat(((EffectOutcome.Deferred) write(everything())).missing()).startsWith("packing of");
        books.netSuite.clerk().deleteFulfillment(packed);
        assertThat(((EffectOutcome.Deferred) write(everything())).missing())
                .isEqualTo("netsuite item fulfillment " + packed);
        assertThat(books.netSuite.createdFrom(order().id())).isEmpty();
    }

    @Test
    void a_plan_tells_what_would_become_of_the_fulfillment() {
        Existing open = find(everything());
        assertThat(open.ref()).isEmpty();
        assertThat(open.before()).containsEntry("status", "B");
        assertThat(open.violations().isEmpty()).isTrue();
        assertThat(find(shipment("S1", units("1", 3)).build()).violations().code())
                .isEqualTo(ErrorCode.QUANTITY_EXCEEDED);
        write(everything());
        assertThat(find(everything()).ref()).contains(ref());
        assertThat(find(shipment("S2", units("1", 1)).build()).violations().code())
                .isEqualTo(ErrorCode.CONFLICT);
    }

    private Existing find(ItemFulfillment shipment) {
        Effect<ItemFulfillment> effect = books.effect(RecordType.ITEM_FULFILLMENT, shipment);
        return Objects.requireNonNull(books.sink(RecordType.ITEM_FULFILLMENT)
                .find(List.of(effect), books.call())
                .get(effect.key()));
    }
}
