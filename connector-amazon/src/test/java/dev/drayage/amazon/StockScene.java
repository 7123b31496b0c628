package dev.drayage.amazon;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.model.AccountId;
import dev.drayage.model.InventoryLevel;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.spi.Effect;
import dev.drayage.spi.EffectKey;
import dev.drayage.spi.EffectOutcome;
import dev.drayage.spi.Existing;
import dev.drayage.spi.Intent;
import dev.drayage.spi.Prepared;
import dev.drayage.spi.RecordSink;
import dev.drayage.spi.Resolution;
import dev.drayage.spi.Violation;
import dev.drayage.testkit.amazon.AcceptedSubmission;
import dev.drayage.testkit.amazon.ChannelStock;
import dev.drayage.testkit.amazon.ListingCatalog;
import dev.drayage.testkit.amazon.Marketplace;
import dev.drayage.testkit.amazon.SimulatedListing;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A listing at Amazon and its stock in an ERP: what tests of stock do and look at. */
abstract class StockScene {
    static final AccountId ERP = new AccountId("netsuite", "1234567");
    static final String SKU = "WIDGET-1";

    final SellerCentral seller = new SellerCentral();
    final ListingCatalog listings = seller.amazon.listings();

    @BeforeEach
    void list() {
        listings.put(listing(SKU, 5));
    }

    @AfterEach
    void close() {
        seller.close();
    }

    static SimulatedListing listing(String sku, int quantity) {
        return SimulatedListing.of(sku, "B0EXAMPLE1", "Widget", quantity, "19.99", SellerCentral.NOW);
    }

    RecordSink<InventoryLevel> sink() {
        return seller.open().sink(RecordType.INVENTORY_LEVEL).orElseThrow();
    }

    /** What the ERP counted just now. */
    InventoryLevel.Builder counted(String sku, String available) {
        return counted(seller, sku, available);
    }

    static InventoryLevel.Builder counted(SellerCentral seller, String sku, String available) {
        InventoryLevel.Builder built = InventoryLevel.builder();
        built.ref(RecordRef.of(ERP, RecordType.INVENTORY_LEVEL, "total of " + sku))
                .sku(sku)
                .countedAt(seller.time.instant())
                .available(new BigDecimal(available));
        return built;
    }

    static Effect<InventoryLevel> effect(InventoryLevel level) {
        return Effect.of(
                new EffectKey(level.ref(), Shipments.AMAZON, "promise"),
                "stock/" + level.sku() + "@",
                RecordType.INVENTORY_LEVEL,
                level,
                Effect.Mode.CREATE_OR_UPDATE);
    }

    Prepared<InventoryLevel> prepared(InventoryLevel level) {
        return sink().prepare(effect(level), Optional.empty(), Map.of());
    }

    EffectOutcome apply(RecordSink<InventoryLevel> sink, Prepared<InventoryLevel> prepared) {
        return sink.apply(List.of(prepared), seller.call()).values().iterator().next();
    }

    EffectOutcome tell(InventoryLevel level) {
        return apply(sink(), prepared(level));
    }

    EffectOutcome tell(String sku, String available) {
        return tell(counted(sku, available).build());
    }

    Violation refusal(InventoryLevel level) {
        EffectOutcome outcome = tell(level);
        assertThat(outcome).isInstanceOf(EffectOutcome.Rejected.class);
        return ((EffectOutcome.Rejected) outcome).violations().list().get(0);
    }

    Resolution resolve(Prepared<InventoryLevel> prepared) {
        Intent intent = new Intent(
                prepared.key(), prepared.nativeKey(), prepared.hint(), prepared.existing(), "", seller.time.instant());
        return sink().resolve(List.of(intent), seller.call())
                .values()
                .iterator()
                .next();
    }

    Existing find(InventoryLevel level) {
        return sink().find(List.of(effect(level)), seller.call())
                .values()
                .iterator()
                .next();
    }

    int onSale(String sku) {
        return onSale(sku, Marketplace.US);
    }

    /** Units that buyers can order in a store now. */
    int onSale(String sku, Marketplace store) {
        return listings.inForce(sku, store).flatMap(ChannelStock::quantity).orElseThrow();
    }

    List<AcceptedSubmission> submissions() {
        return seller.amazon.journal().submissions();
    }

    static RecordRef ref(String sku) {
        return RecordRef.of(Shipments.AMAZON, RecordType.INVENTORY_LEVEL, sku);
    }
}
