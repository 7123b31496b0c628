package dev.drayage.sync;

import dev.drayage.call.Priority;
import dev.drayage.engine.Sync;
import dev.drayage.engine.SyncPolicy;
import dev.drayage.engine.Translated;
import dev.drayage.engine.Translation;
import dev.drayage.error.ErrorCode;
import dev.drayage.model.AccountId;
import dev.drayage.model.InventoryLevel;
import dev.drayage.model.RecordType;
import dev.drayage.spi.Connector;
import dev.drayage.spi.Effect;
import dev.drayage.spi.EffectKey;
import dev.drayage.spi.Violations;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * What the ERP has in stock, promised to storefronts: what is available less a buffer, in whole units, never below zero. Each
 * storefront is told by a sync of its own, out of the same stock.
 */
public final class PromiseSyncs {
    private PromiseSyncs() {}

    /** The ERP's stock to a storefront; called {@code storefront-stock}. */
    public static Sync<InventoryLevel> toStorefront(Connector erp, Connector storefront) {
        return toStorefront("storefront-stock", erp, storefront, Options.standard());
    }

    /** The ERP's stock to a storefront, under a name of the host's. */
    public static Sync<InventoryLevel> toStorefront(String name, Connector erp, Connector storefront, Options options) {
        return Sync.reading(name, erp, RecordType.INVENTORY_LEVEL)
                .writing(storefront, RecordType.INVENTORY_LEVEL)
                .policy(options.policy())
                .translation(new PromiseTranslation(storefront.account(), options))
                .build();
    }

    /**
     * What can be chosen.
     *
     * @param buffer units of each SKU at each place that are kept back
     * @param share the part of what is left that is promised, from zero to one
     * @param most the most units that are promised; empty for no bound
     * @param policy how the sync is run
     */
    public record Options(BigDecimal buffer, BigDecimal share, Optional<BigDecimal> most, SyncPolicy policy) {
        public Options {
            if (buffer.signum() < 0) {
                throw new IllegalArgumentException("Options.buffer must not be below zero");
            }
            if (share.signum() < 0 || share.compareTo(BigDecimal.ONE) > 0) {
                throw new IllegalArgumentException("Options.share must be from zero to one");
            }
        }

        /** Everything that is available. */
        public static Options standard() {
            return new Options(
                    BigDecimal.ZERO, BigDecimal.ONE, Optional.empty(), SyncPolicy.defaults(Priority.INVENTORY));
        }

        /** The same, with so many units of each SKU kept back. */
        public Options keeping(long units) {
            return new Options(BigDecimal.valueOf(units), share, most, policy);
        }

        /** The same, with a part of what is left promised. */
        public Options sharing(BigDecimal part) {
            return new Options(buffer, part, most, policy);
        }

        /** The same, with a bound. */
        public Options atMost(long units) {
            return new Options(buffer, share, Optional.of(BigDecimal.valueOf(units)), policy);
        }

        /** The same, run otherwise. */
        public Options with(SyncPolicy other) {
            return new Options(buffer, share, most, other);
        }

        /** What is promised of so many available units. */
        BigDecimal promise(BigDecimal available) {
            BigDecimal left = available.subtract(buffer).max(BigDecimal.ZERO).multiply(share);
            BigDecimal whole = left.setScale(0, RoundingMode.FLOOR);
            return most.map(whole::min).orElse(whole);
        }
    }

    /** From what is in stock to what is promised. */
    private record PromiseTranslation(AccountId storefront, Options options) implements Translation<InventoryLevel> {
        @Override
        public Translated translate(InventoryLevel level) {
            if (level.available().isEmpty()) {
                return new Translated.Park(Violations.of(
                        ErrorCode.RECORD_UNREADABLE,
                        "available",
                        "the ERP does not tell how many " + level.sku() + " are available"));
            }
            InventoryLevel promised = InventoryLevel.builder()
                    .from(level)
                    .available(options.promise(level.available().get()))
                    .build();
            return Translated.effects(Effect.of(
                    new EffectKey(level.ref(), storefront, "promise"),
                    "stock/" + level.sku() + "@" + level.location().orElse(""),
                    RecordType.INVENTORY_LEVEL,
                    promised,
                    Effect.Mode.CREATE_OR_UPDATE));
        }
    }
}
