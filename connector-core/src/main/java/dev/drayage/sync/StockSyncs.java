package dev.drayage.sync;

import dev.drayage.call.Priority;
import dev.drayage.engine.Sync;
import dev.drayage.engine.SyncPolicy;
import dev.drayage.engine.Translated;
import dev.drayage.engine.Translation;
import dev.drayage.error.ErrorCode;
import dev.drayage.model.AccountId;
import dev.drayage.model.InventoryCount;
import dev.drayage.model.InventoryLevel;
import dev.drayage.model.RecordType;
import dev.drayage.spi.Connector;
import dev.drayage.spi.Effect;
import dev.drayage.spi.EffectKey;
import dev.drayage.spi.Violations;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * What warehouses count into the ERP's stock. A plan of this sync is the drift report: for each SKU what the ERP holds and
 * what was counted; a run corrects what the policy allows and parks the rest.
 */
public final class StockSyncs {
    private StockSyncs() {}

    /** A warehouse's counts against the ERP's stock; called {@code warehouse-stock}. */
    public static Sync<InventoryLevel> fromWarehouse(Connector warehouse, Connector erp, StockPolicy policy) {
        return fromWarehouse("warehouse-stock", warehouse, erp, policy, SyncPolicy.defaults(Priority.INVENTORY));
    }

    /** A warehouse's counts against the ERP's stock, under a name of the host's. */
    public static Sync<InventoryLevel> fromWarehouse(
            String name, Connector warehouse, Connector erp, StockPolicy policy, SyncPolicy run) {
        return Sync.reading(name, warehouse, RecordType.INVENTORY_LEVEL)
                .writing(erp, RecordType.INVENTORY_COUNT)
                .policy(run)
                .translation(new CountTranslation(erp.account(), policy))
                .build();
    }

    /** From a count to the adjustment that the ERP needs. */
    private record CountTranslation(AccountId erp, StockPolicy policy) implements Translation<InventoryLevel> {
        @Override
        public Translated translate(InventoryLevel level) {
            Optional<BigDecimal> counted =
                    policy.quantity() == StockPolicy.Quantity.ON_HAND ? level.onHand() : level.available();
            if (counted.isEmpty()) {
                return new Translated.Park(Violations.of(
                        ErrorCode.RECORD_UNREADABLE,
                        "quantity",
                        "the count of " + level.sku() + " does not tell "
                                + (policy.quantity() == StockPolicy.Quantity.ON_HAND ? "on hand" : "available")));
            }
            InventoryCount count = InventoryCount.builder()
                    .ref(level.ref())
                    .sku(level.sku())
                    .location(level.location())
                    .lot(level.lot())
                    .counted(counted.get())
                    .countedAt(level.countedAt())
                    .notBefore(level.countedAt().plus(policy.settle()))
                    .largestDifference(policy.largestDifference())
                    .build();
            return Translated.effects(Effect.of(
                    new EffectKey(level.ref(), erp, "count"),
                    "stock/" + level.sku() + "@" + level.location().orElse(""),
                    RecordType.INVENTORY_COUNT,
                    count,
                    Effect.Mode.CREATE_OR_UPDATE));
        }
    }
}
