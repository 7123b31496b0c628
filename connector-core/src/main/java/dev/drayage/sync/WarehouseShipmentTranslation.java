package dev.drayage.sync;

import dev.drayage.engine.Translated;
import dev.drayage.engine.Translation;
import dev.drayage.error.ErrorCode;
import dev.drayage.mapping.FieldMapping;
import dev.drayage.model.AccountId;
import dev.drayage.model.ItemFulfillment;
import dev.drayage.model.RecordType;
import dev.drayage.spi.Effect;
import dev.drayage.spi.EffectKey;
import dev.drayage.spi.Violations;

/** From a warehouse's shipment to the ERP's item fulfillment. */
final class WarehouseShipmentTranslation implements Translation<ItemFulfillment> {
    private final AccountId erp;
    private final FieldMapping<ItemFulfillment> fields;

    WarehouseShipmentTranslation(AccountId erp, FieldMapping<ItemFulfillment> fields) {
        this.erp = erp;
        this.fields = fields;
    }

    @Override
    public Translated translate(ItemFulfillment shipment) {
        if (shipment.lines().isEmpty()) {
            return new Translated.Park(Violations.of(
                    ErrorCode.RECORD_UNREADABLE,
                    "lines",
                    "shipment " + shipment.ref().id() + " names no line that left"));
        }
        ItemFulfillment mapped = ItemFulfillment.builder()
                .from(shipment)
                .customFields(fields.apply(shipment))
                .build();
        return Translated.effects(Effect.of(
                new EffectKey(shipment.ref(), erp, "itemFulfillment"),
                OrderLane.of(shipment.orderReferences()),
                RecordType.ITEM_FULFILLMENT,
                mapped,
                Effect.Mode.CREATE_OR_UPDATE));
    }
}
