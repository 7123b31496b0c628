package dev.drayage.shopify.internal.fulfillment;

import dev.drayage.model.Carrier;
import dev.drayage.model.ItemFulfillment;
import dev.drayage.model.LineReference;
import dev.drayage.model.OrderReference;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.model.SalesChannel;
import dev.drayage.model.ShippedLine;
import dev.drayage.model.ShippedPackage;
import dev.drayage.shopify.internal.StockedShop;
import dev.drayage.spi.Effect;
import dev.drayage.spi.EffectKey;
import dev.drayage.testkit.shopify.OrderLine;
import dev.drayage.testkit.shopify.ShopOrder;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One parcel of an order in an ERP, part by part. Not thread-safe. */
final class Parcels {
    private final ShopOrder order;
    private final List<ShippedLine> lines = new ArrayList<>();
    private String shipment = "4711";
    private String parcel = "1";
    private String orderId;
    private Carrier carrier = new Carrier("UPS");
    private List<String> tracking = List.of("1Z999AA10123456784");
    private Optional<String> place = Optional.of("Main Warehouse");
    private ItemFulfillment.Status status = ItemFulfillment.Status.SHIPPED;
    private Effect.Mode mode = Effect.Mode.CREATE_OR_UPDATE;

    Parcels(ShopOrder order) {
        this.order = order;
        this.orderId = Long.toString(order.number());
    }

    /** Everything that the order holds. */
    static Parcels all(ShopOrder order) {
        Parcels parcel = new Parcels(order);
        order.lines().forEach(line -> parcel.line(line, line.quantity()));
        return parcel;
    }

    Parcels shipment(int id) {
        shipment = Integer.toString(id);
        return this;
    }

    Parcels parcel(String reference) {
        parcel = reference;
        return this;
    }

    Parcels order(String id) {
        orderId = id;
        return this;
    }

    Parcels line(int index, int units) {
        return line(order.lines().get(index), units);
    }

    Parcels line(OrderLine line, int units) {
        return line(LineReference.channel(StockedShop.number(line.gid())), Integer.toString(units));
    }

    Parcels line(LineReference line, String units) {
        lines.add(new ShippedLine(line, "ANY-SKU", new BigDecimal(units)));
        return this;
    }

    Parcels carrier(String name) {
        carrier = new Carrier(name);
        return this;
    }

    Parcels tracking(String... numbers) {
        tracking = List.of(numbers);
        return this;
    }

    Parcels from(String location) {
        place = Optional.of(location);
        return this;
    }

    Parcels fromNowhere() {
        place = Optional.empty();
        return this;
    }

    Parcels status(ItemFulfillment.Status of) {
        status = of;
        return this;
    }

    Parcels voided() {
        mode = Effect.Mode.VOID;
        return this;
    }

    private ItemFulfillment build() {
        ItemFulfillment.Builder built = ItemFulfillment.builder();
        built.ref(RecordRef.of(StockedShop.ERP, RecordType.ITEM_FULFILLMENT, shipment))
                .addOrderReferences(new OrderReference(OrderReference.Kind.CHANNEL_ORDER_ID, orderId))
                .status(status)
                .shippedAt(StockedShop.NOW)
                .lines(lines)
                .location(place)
                .channel(new SalesChannel(StockedShop.SHOP, "", Set.of()))
                .addPackages(ShippedPackage.builder()
                        .reference(parcel)
                        .carrier(carrier)
                        .trackingNumbers(tracking)
                        .contents(lines)
                        .build());
        return built.build();
    }

    Effect<ItemFulfillment> effect() {
        ItemFulfillment shipment = build();
        return Effect.of(
                new EffectKey(shipment.ref(), StockedShop.SHOP, "package-" + parcel),
                orderId,
                RecordType.ITEM_FULFILLMENT,
                shipment,
                mode);
    }
}
