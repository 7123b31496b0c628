package dev.drayage.threepl.internal.x12;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.model.Carrier;
import dev.drayage.model.InventoryLevel;
import dev.drayage.model.InventoryNumber;
import dev.drayage.model.ItemFulfillment;
import dev.drayage.model.LineReference;
import dev.drayage.model.LineRemainder;
import dev.drayage.model.LineRemainder.Fate;
import dev.drayage.model.OrderReference;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.model.ShippedLine;
import dev.drayage.model.ShippedPackage;
import dev.drayage.threepl.internal.x12.FunctionalAcknowledgement.Counts;
import dev.drayage.threepl.internal.x12.FunctionalAcknowledgement.ElementNote;
import dev.drayage.threepl.internal.x12.FunctionalAcknowledgement.SegmentNote;
import dev.drayage.threepl.internal.x12.FunctionalAcknowledgement.SetVerdict;
import dev.drayage.threepl.internal.x12.FunctionalAcknowledgement.Verdict;
import dev.drayage.threepl.internal.x12.read.Document;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OwnDocumentsTest {
    private static final Instant NOON_IN_CHICAGO = Instant.parse("2026-09-02T17:00:00Z");

    @Test
    void an_advice_of_two_cartons_with_a_back_order() throws IOException {
        ShippedLine tee = new ShippedLine(LineReference.erp("1"), "TEE-BLK-M", new BigDecimal("10"));
        ShippedLine mug = new ShippedLine(LineReference.erp("2"), "MUG-11OZ", new BigDecimal("4"));
        ShippedLine vitamin = new ShippedLine(
                LineReference.erp("3"),
                "VITC-500",
                new BigDecimal("2"),
                List.of(new InventoryNumber("LOT2407A", new BigDecimal("2"), Optional.of(LocalDate.of(2028, 7, 31)))));

        assertThat(shipment("945-partial-two-cartons.edi"))
                .isEqualTo(ItemFulfillment.builder()
                        .ref(RecordRef.of(Samples.ACCOUNT, RecordType.ITEM_FULFILLMENT, "SO100234.SHP000912"))
                        .addOrderReferences(new OrderReference(OrderReference.Kind.ERP_NUMBER, "SO100234"))
                        .status(ItemFulfillment.Status.SHIPPED)
                        .shippedAt(NOON_IN_CHICAGO)
                        .addLines(tee, mug, vitamin)
                        .addRemainders(new LineRemainder(
                                LineReference.erp("3"), "VITC-500", new BigDecimal("4"), Fate.BACK_ORDERED, "BP"))
                        .addPackages(
                                ShippedPackage.builder()
                                        .reference("00001234567000000123")
                                        .carrier(new Carrier("UPSN"))
                                        .service("UPS GROUND")
                                        .addTrackingNumbers("1Z999AA10123456784")
                                        .addContents(tee)
                                        .build(),
                                ShippedPackage.builder()
                                        .reference("00001234567000000130")
                                        .carrier(new Carrier("UPSN"))
                                        .service("UPS GROUND")
                                        .addTrackingNumbers("1Z999AA10123456793")
                                        .addContents(mug, vitamin)
                                        .build())
                        .location("NORTH01")
                        .shipMethod("UPS GROUND")
                        .build());
    }

    @Test
    void an_advice_without_cartons_has_one_parcel_with_everything() throws IOException {
        ShippedLine drill = new ShippedLine(
                LineReference.erp("1"),
                "DRILL-18V",
                BigDecimal.ONE,
                List.of(new InventoryNumber("SN00A771", BigDecimal.ONE, Optional.empty())));

        assertThat(shipment("945-no-carton-ref-tracking.edi"))
                .isEqualTo(ItemFulfillment.builder()
                        .ref(RecordRef.of(Samples.ACCOUNT, RecordType.ITEM_FULFILLMENT, "SO100235.SHP000913"))
                        .addOrderReferences(new OrderReference(OrderReference.Kind.ERP_NUMBER, "SO100235"))
                        .status(ItemFulfillment.Status.SHIPPED)
                        .shippedAt(NOON_IN_CHICAGO)
                        .addLines(drill)
                        .addRemainders(new LineRemainder(
                                LineReference.erp("2"), "MUG-11OZ", new BigDecimal("2"), Fate.CANCELLED, "CU"))
                        .addPackages(ShippedPackage.builder()
                                .reference("1Z999AA10123456801")
                                .carrier(new Carrier("UPSN"))
                                .service("UPS GROUND")
                                .addTrackingNumbers("1Z999AA10123456801")
                                .addContents(drill)
                                .weightKg(new BigDecimal("1.859728717"))
                                .build())
                        .shipMethod("UPS GROUND")
                        .build());
    }

    @Test
    void a_stock_advice_tells_each_sku_and_lot() throws IOException {
        assertThat(Samples.documents(Samples.brand().build(), Samples.own("846-stock-snapshot.edi")))
                .extracting(document -> (InventoryLevel) ((Document.Told) document).record())
                .containsExactly(
                        level("NORTH01/TEE-BLK-M", "TEE-BLK-M")
                                .onHand(new BigDecimal("120"))
                                .available(new BigDecimal("104"))
                                .onHold(new BigDecimal("6"))
                                .build(),
                        level("NORTH01/MUG-11OZ", "MUG-11OZ")
                                .onHand(new BigDecimal("0"))
                                .available(new BigDecimal("0"))
                                .build(),
                        level("NORTH01/VITC-500/LOT2407A", "VITC-500")
                                .lot("LOT2407A")
                                .expiresOn(LocalDate.of(2028, 7, 31))
                                .onHand(new BigDecimal("50"))
                                .available(new BigDecimal("46"))
                                .build());
    }

    @Test
    void an_acknowledgement_accepts_a_group() throws IOException {
        assertThat(acknowledgement(Samples.warehouse().build(), "997-accept-945.edi"))
                .isEqualTo(new FunctionalAcknowledgement(
                        "SW",
                        "577",
                        Verdict.ACCEPTED,
                        new Counts(1, 1, 1),
                        List.of(new SetVerdict("945", "0001", Verdict.ACCEPTED, List.of(), List.of())),
                        List.of()));
    }

    @Test
    void an_acknowledgement_rejects_an_order_for_its_unit() throws IOException {
        assertThat(acknowledgement(Samples.brand().build(), "997-reject-940.edi"))
                .isEqualTo(new FunctionalAcknowledgement(
                        "OW",
                        "101",
                        Verdict.REJECTED,
                        new Counts(1, 1, 0),
                        List.of(new SetVerdict(
                                "940",
                                "0001",
                                Verdict.REJECTED,
                                List.of(new SegmentNote("W01", 14, "8", List.of(new ElementNote(2, "355", "7")))),
                                List.of("5"))),
                        List.of()));
    }

    private static InventoryLevel.Builder level(String id, String sku) {
        InventoryLevel.Builder builder = InventoryLevel.builder();
        builder.ref(RecordRef.of(Samples.ACCOUNT, RecordType.INVENTORY_LEVEL, id))
                .sku(sku)
                .location("NORTH01")
                .countedAt(Instant.parse("2026-09-02T11:00:00Z"));
        return builder;
    }

    private static ItemFulfillment shipment(String name) throws IOException {
        List<Document> documents = Samples.documents(Samples.brand().build(), Samples.own(name));
        assertThat(documents).singleElement().isInstanceOf(Document.Told.class);
        return (ItemFulfillment) ((Document.Told) documents.get(0)).record();
    }

    private static FunctionalAcknowledgement acknowledgement(PartnerProfile profile, String name) throws IOException {
        List<Document> documents = Samples.documents(profile, Samples.own(name));
        assertThat(documents).singleElement().isInstanceOf(Document.Acknowledged.class);
        return ((Document.Acknowledged) documents.get(0)).acknowledgement();
    }
}
