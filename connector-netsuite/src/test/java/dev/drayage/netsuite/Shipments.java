package dev.drayage.netsuite;

import dev.drayage.model.AccountId;
import dev.drayage.model.Carrier;
import dev.drayage.model.ItemFulfillment;
import dev.drayage.model.LineReference;
import dev.drayage.model.OrderLine;
import dev.drayage.model.OrderReference;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.model.SalesOrder;
import dev.drayage.model.ShippedLine;
import dev.drayage.model.ShippedPackage;
import dev.drayage.testing.SampleOrders;
import java.math.BigDecimal;
import java.util.List;

/** Orders of three lines and what a warehouse ships of them. */
final class Shipments {
    static final AccountId WAREHOUSE = AccountId.parse("threepl:acme-1");

    private Shipments() {}

    /** An order of two, one and three units. */
    static SalesOrder order(String id) {
        return SampleOrders.order(TestBooks.SHOP, id, TestBooks.START)
                .lines(List.of(line("L1", "MUG-BLUE", 2), line("L2", "TEE-BLACK", 1), line("L3", "MUG-BLUE", 3)))
                .charges(List.of())
                .total(SampleOrders.line("x", "x", 1, "60.00").amount())
                .build();
    }

    private static OrderLine line(String id, String sku, int quantity) {
        return SampleOrders.line(id, sku, quantity, quantity + "0.00");
    }

    static ShippedLine units(String line, int quantity) {
        return new ShippedLine(LineReference.channel(line), "", BigDecimal.valueOf(quantity));
    }

    static ShippedPackage parcel(String carton, String tracking, ShippedLine... contents) {
        return ShippedPackage.builder()
                .reference(carton)
                .carrier(new Carrier("UPS"))
                .addTrackingNumbers(tracking)
                .addContents(contents)
                .weightKg(new BigDecimal("1.5"))
                .build();
    }

    /** What left, known by the channel's order id. */
    static ItemFulfillment.Builder of(String shipment, String order, ShippedLine... lines) {
        return ItemFulfillment.builder()
                .ref(RecordRef.of(WAREHOUSE, RecordType.ITEM_FULFILLMENT, shipment))
                .addOrderReferences(new OrderReference(OrderReference.Kind.CHANNEL_ORDER_ID, order))
                .status(ItemFulfillment.Status.SHIPPED)
                .shippedAt(TestBooks.START)
                .addLines(lines);
    }
}
