package dev.drayage.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.mapping.FieldMapping;
import dev.drayage.model.CustomValue;
import dev.drayage.model.ItemFulfillment;
import dev.drayage.model.LineReference;
import dev.drayage.model.OrderProgress;
import dev.drayage.model.OrderReference;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.model.SalesChannel;
import dev.drayage.model.ShippedLine;
import dev.drayage.sync.FulfillmentSyncs;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Fields of the storefront's order that a shipment of the ERP fills. */
class OrderFieldsTest {
    private final Shop shop = new Shop();

    private RunReport run(FieldMapping<ItemFulfillment> fields) {
        SyncEngine engine = shop.bare()
                .sync(FulfillmentSyncs.toStorefront(
                        shop.erp,
                        shop.shop,
                        FulfillmentSyncs.ConfirmationOptions.standard()
                                .requiringTracking(false)
                                .tellingProgress(false)
                                .withOrderFields(fields)))
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
        return engine.run("storefront-shipments", RunBudget.minutes(5));
    }

    private static FieldMapping<ItemFulfillment> note(Optional<CustomValue> value) {
        return FieldMapping.<ItemFulfillment>builder(ItemFulfillment::customFields)
                .value("custom.note", shipment -> value)
                .build();
    }

    @Test
    void they_are_written_by_a_call_of_their_own_after_the_parcels() {
        RunReport report = run(note(Optional.of(CustomValue.text("by van"))));
        assertThat(report.count(Outcome.APPLIED)).as(report.toString()).isEqualTo(1);
        assertThat(shop.shopWorld.writes()).hasSize(2);
        assertThat(shop.shopWorld.all(RecordType.ORDER_PROGRESS))
                .singleElement()
                .satisfies(held -> assertThat(
                                ((OrderProgress) held.record()).customFields().text("custom.note"))
                        .contains("by van"));
    }

    @Test
    void a_shipment_that_fills_none_writes_none() {
        run(note(Optional.empty()));
        assertThat(shop.shopWorld.all(RecordType.ORDER_PROGRESS)).isEmpty();
        assertThat(shop.shopWorld.writes()).hasSize(1);
    }
}
