package dev.drayage.shopify.internal.fulfillment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.model.ItemFulfillment;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.shopify.internal.StockedShop;
import dev.drayage.spi.EffectKey;
import dev.drayage.spi.EffectOutcome;
import dev.drayage.spi.Existing;
import dev.drayage.spi.Intent;
import dev.drayage.spi.Prepared;
import dev.drayage.spi.RecordSink;
import dev.drayage.spi.Resolution;
import dev.drayage.spi.Violation;
import dev.drayage.testkit.shopify.Fulfillment;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;

/** Orders at a shop and parcels of them in an ERP: what tests of shipments do and look at. */
abstract class ParcelScene {
    final StockedShop at = new StockedShop();
    private @Nullable RecordSink<ItemFulfillment> opened;

    @AfterEach
    void close() {
        assertThat(at.shop.traffic().violations()).isEmpty();
        at.close();
    }

    RecordSink<ItemFulfillment> sink() {
        RecordSink<ItemFulfillment> sink = opened == null ? at.sink(RecordType.ITEM_FULFILLMENT) : opened;
        opened = sink;
        return sink;
    }

    /** Another process, which remembers nothing. */
    void restart() {
        opened = null;
    }

    Prepared<ItemFulfillment> prepared(Parcels parcel) {
        return sink().prepare(parcel.effect(), Optional.empty(), Map.of());
    }

    Prepared<ItemFulfillment> prepared(Parcels parcel, RecordRef existing) {
        return sink().prepare(parcel.effect(), Optional.of(existing), Map.of());
    }

    Prepared<ItemFulfillment> preparedAfter(Parcels parcel, EffectKey first, RecordRef bound) {
        return sink().prepare(parcel.effect(), Optional.empty(), Map.of(first, bound));
    }

    EffectOutcome apply(Prepared<ItemFulfillment> prepared) {
        return sink().apply(List.of(prepared), at.call()).values().iterator().next();
    }

    EffectOutcome apply(Parcels parcel) {
        return apply(prepared(parcel));
    }

    /** The fulfillment that stands for the parcel now. */
    RecordRef told(Parcels parcel) {
        EffectOutcome outcome = apply(parcel);
        assertThat(outcome).isInstanceOf(EffectOutcome.Applied.class);
        return ((EffectOutcome.Applied) outcome).ref();
    }

    Violation rejection(Parcels parcel) {
        EffectOutcome outcome = apply(parcel);
        assertThat(outcome).isInstanceOf(EffectOutcome.Rejected.class);
        return ((EffectOutcome.Rejected) outcome).violations().list().get(0);
    }

    Resolution resolve(Prepared<ItemFulfillment> prepared) {
        Intent intent = new Intent(
                prepared.key(),
                prepared.nativeKey(),
                prepared.hint(),
                prepared.existing(),
                prepared.effect().digest(),
                at.time.instant());
        return sink().resolve(List.of(intent), at.call()).values().iterator().next();
    }

    Existing find(Parcels parcel) {
        return sink().find(List.of(parcel.effect()), at.call())
                .values()
                .iterator()
                .next();
    }

    static RecordRef ref(Fulfillment fulfillment) {
        return RecordRef.of(StockedShop.SHOP, RecordType.ITEM_FULFILLMENT, Long.toString(fulfillment.number()));
    }

    long creations() {
        return at.shop.journal().count("fulfillmentCreate");
    }
}
