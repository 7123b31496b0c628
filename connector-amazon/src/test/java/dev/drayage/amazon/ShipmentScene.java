package dev.drayage.amazon;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.error.ErrorCode;
import dev.drayage.model.ItemFulfillment;
import dev.drayage.model.RecordRef;
import dev.drayage.spi.Effect;
import dev.drayage.spi.EffectOutcome;
import dev.drayage.spi.Existing;
import dev.drayage.spi.Intent;
import dev.drayage.spi.Prepared;
import dev.drayage.spi.Resolution;
import dev.drayage.testkit.amazon.SimulatedPackage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** An order at Amazon and a shipment of it in an ERP: what tests of confirmations do and look at. */
abstract class ShipmentScene {
    final SellerCentral seller = new SellerCentral();

    @BeforeEach
    void order() {
        seller.amazon
                .orders()
                .add(SellerCentral.order(SellerCentral.ORDER)
                        .item(SellerCentral.item().build())
                        .build());
    }

    @AfterEach
    void close() {
        seller.close();
    }

    Prepared<ItemFulfillment> prepared(Shipments shipment) {
        return prepared(shipment, Optional.empty());
    }

    Prepared<ItemFulfillment> prepared(Shipments shipment, Optional<RecordRef> existing) {
        return seller.shipments().prepare(shipment.effect(), existing, Map.of());
    }

    EffectOutcome apply(Prepared<ItemFulfillment> prepared) {
        Map<?, EffectOutcome> outcomes = seller.shipments().apply(List.of(prepared), seller.call());
        return outcomes.values().iterator().next();
    }

    EffectOutcome apply(Shipments shipment) {
        return apply(prepared(shipment));
    }

    ErrorCode rejection(Shipments shipment) {
        EffectOutcome outcome = apply(shipment);
        assertThat(outcome).isInstanceOf(EffectOutcome.Rejected.class);
        return ((EffectOutcome.Rejected) outcome).violations().code();
    }

    String message(Shipments shipment) {
        return ((EffectOutcome.Rejected) apply(shipment)).violations().message();
    }

    Resolution resolve(Prepared<ItemFulfillment> prepared) {
        Intent intent = new Intent(
                prepared.key(), prepared.nativeKey(), prepared.hint(), prepared.existing(), "", seller.time.instant());
        return seller.shipments()
                .resolve(List.of(intent), seller.call())
                .values()
                .iterator()
                .next();
    }

    Existing find(Shipments shipment) {
        Effect<ItemFulfillment> effect = shipment.effect();
        return seller.shipments()
                .find(List.of(effect), seller.call())
                .values()
                .iterator()
                .next();
    }

    List<SimulatedPackage> packages() {
        return seller.amazon.orders().order(SellerCentral.ORDER).orElseThrow().packages();
    }

    static RecordRef ref(String reference) {
        return RecordRef.parse("amazon:A1EXAMPLESELLER-na/itemFulfillment/" + SellerCentral.ORDER + ":" + reference);
    }
}
