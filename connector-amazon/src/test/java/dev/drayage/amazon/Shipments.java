package dev.drayage.amazon;

import dev.drayage.model.AccountId;
import dev.drayage.model.Carrier;
import dev.drayage.model.ItemFulfillment;
import dev.drayage.model.LineReference;
import dev.drayage.model.OrderReference;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.model.SalesChannel;
import dev.drayage.model.ShippedLine;
import dev.drayage.model.ShippedPackage;
import dev.drayage.spi.Effect;
import dev.drayage.spi.EffectKey;
import dev.drayage.testkit.amazon.Marketplace;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A shipment of the test order in an ERP, part by part. Not thread-safe. */
final class Shipments {
    static final AccountId ERP = AccountId.parse("netsuite:TSTDRV1");
    static final AccountId AMAZON = AccountId.parse("amazon:A1EXAMPLESELLER-na");

    private String shipment = "4711";
    private String parcel = "1";
    private String order = SellerCentral.ORDER;
    private LineReference line = LineReference.channel(SellerCentral.LINE);
    private BigDecimal units = new BigDecimal(2);
    private Carrier carrier = new Carrier("UPS");
    private List<String> tracking = new ArrayList<>(List.of("1Z999AA10123456784"));
    private Instant shippedAt = SellerCentral.NOW.minus(Duration.ofMinutes(10));
    private String marketplace = Marketplace.US.id();
    private ItemFulfillment.Status status = ItemFulfillment.Status.SHIPPED;
    private int parcels = 1;

    Shipments shipment(int id) {
        shipment = Integer.toString(id);
        return this;
    }

    Shipments parcel(String reference) {
        parcel = reference;
        return this;
    }

    Shipments order(String id) {
        order = id;
        return this;
    }

    Shipments line(LineReference reference) {
        line = reference;
        return this;
    }

    Shipments units(String number) {
        units = new BigDecimal(number);
        return this;
    }

    Shipments carrier(String name) {
        carrier = new Carrier(name);
        return this;
    }

    Shipments tracking(String... numbers) {
        tracking = List.of(numbers);
        return this;
    }

    Shipments shippedAt(Instant instant) {
        shippedAt = instant;
        return this;
    }

    Shipments marketplace(String id) {
        marketplace = id;
        return this;
    }

    Shipments status(ItemFulfillment.Status of) {
        status = of;
        return this;
    }

    Shipments parcels(int count) {
        parcels = count;
        return this;
    }

    ItemFulfillment build() {
        ShippedLine shipped = new ShippedLine(line, "WIDGET-1", units);
        ItemFulfillment.Builder built = ItemFulfillment.builder();
        built.ref(RecordRef.of(ERP, RecordType.ITEM_FULFILLMENT, shipment))
                .addOrderReferences(new OrderReference(OrderReference.Kind.CHANNEL_ORDER_ID, order))
                .status(status)
                .shippedAt(shippedAt)
                .addLines(shipped)
                .channel(new SalesChannel(AMAZON, marketplace, Set.of()));
        for (int n = 0; n < parcels; n++) {
            built.addPackages(ShippedPackage.builder()
                    .reference(parcel)
                    .carrier(carrier)
                    .service("UPS Ground")
                    .trackingNumbers(tracking)
                    .addContents(shipped)
                    .build());
        }
        return built.build();
    }

    Effect<ItemFulfillment> effect() {
        ItemFulfillment shipment = build();
        return Effect.of(
                new EffectKey(shipment.ref(), AMAZON, "package-" + parcel),
                order,
                RecordType.ITEM_FULFILLMENT,
                shipment,
                Effect.Mode.CREATE_OR_UPDATE);
    }
}
