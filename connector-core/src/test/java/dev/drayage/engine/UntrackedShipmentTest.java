package dev.drayage.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.model.ItemFulfillment;
import dev.drayage.model.LineReference;
import dev.drayage.model.OrderReference;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.model.SalesChannel;
import dev.drayage.model.ShippedLine;
import dev.drayage.sync.FulfillmentSyncs;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A merchant who sends letters without tracking says so: requireTracking is off. */
class UntrackedShipmentTest {
    @Test
    void G4_a_shipment_without_any_tracking_number_is_confirmed_where_none_is_required() {
        Shop shop = new Shop();
        SyncEngine engine = shop.bare()
                .sync(FulfillmentSyncs.toStorefront(
                        shop.erp,
                        shop.shop,
                        FulfillmentSyncs.ConfirmationOptions.standard()
                                .requiringTracking(false)
                                .tellingProgress(false)))
                .build();
        shop.erpWorld.put(ItemFulfillment.builder()
                .ref(RecordRef.of(shop.erpWorld.account(), RecordType.ITEM_FULFILLMENT, "77"))
                .addOrderReferences(new OrderReference(OrderReference.Kind.CHANNEL_ORDER_ID, "A"))
                .status(ItemFulfillment.Status.SHIPPED)
                .shippedAt(shop.time.instant())
                .lines(List.of(new ShippedLine(LineReference.channel("L1"), "MUG", BigDecimal.ONE)))
                .channel(new SalesChannel(shop.shopWorld.account(), "MARKET", Set.of()))
                .build());
        shop.time.advance(Duration.ofMinutes(3));
        RunReport report = engine.run("storefront-shipments", RunBudget.minutes(5));
        assertThat(report.count(Outcome.APPLIED)).as(report.toString()).isEqualTo(1);
    }
}
