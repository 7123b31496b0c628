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
 * storefront is told by a sync of its own, out of the same stock: location by location, or one number for all.
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

    /** Which of the levels that the ERP tells a storefront is told. */
    public enum Levels {
        /** Those of one location, to storefronts that know locations; levels without one are skipped. */
        PER_LOCATION,
        /** Those without a location, to storefronts that take one number for all; levels of one location are skipped. */
        TOTAL;

        Optional<String> objection(InventoryLevel level) {
            if (this == TOTAL) {
                return level.location()
                        .map(place ->
                                "it is the stock of location " + place + " alone, and the storefront is told totals");
            }
            return level.location().isPresent()
                    ? Optional.empty()
                    : Optional.of("it is a total without a location, and the storefront is told by location");
        }
    }

    /**
     * What can be chosen.
     *
     * @param levels which levels are told
     * @param buffer units of each SKU that are kept back, of each level
     * @param share the part of what is left that is promised, from zero to one
     * @param most the most units that are promised; empty for no bound
     * @param policy how the sync is run
     */
    public record Options(
            Levels levels, BigDecimal buffer, BigDecimal share, Optional<BigDecimal> most, SyncPolicy policy) {
        public Options {
            if (buffer.signum() < 0) {
                throw new IllegalArgumentException("Options.buffer must not be below zero");
            }
            if (share.signum() < 0 || share.compareTo(BigDecimal.ONE) > 0) {
                throw new IllegalArgumentException("Options.share must be from zero to one");
            }
        }

        /** Everything that is available, location by location. */
        public static Options standard() {
            return new Options(
                    Levels.PER_LOCATION,
                    BigDecimal.ZERO,
                    BigDecimal.ONE,
                    Optional.empty(),
                    SyncPolicy.defaults(Priority.INVENTORY));
        }

        /** The same, with other levels. */
        public Options telling(Levels which) {
            return new Options(which, buffer, share, most, policy);
        }

        /** The same, with so many units of each SKU kept back. */
        public Options keeping(long units) {
            return new Options(levels, BigDecimal.valueOf(units), share, most, policy);
        }

        /** The same, with a part of what is left promised. */
        public Options sharing(BigDecimal part) {
            return new Options(levels, buffer, part, most, policy);
        }

        /** The same, with a bound. */
        public Options atMost(long units) {
            return new Options(levels, buffer, share, Optional.of(BigDecimal.valueOf(units)), policy);
        }

        /** The same, run otherwise. */
        public Options with(SyncPolicy other) {
            return new Options(levels, buffer, share, most, other);
        }

        /** Whether less may be promised than there is: what is on hand then says nothing of what may be sold, and is not told. */
        boolean keepsBack() {
            return buffer.signum() != 0 || share.compareTo(BigDecimal.ONE) != 0 || most.isPresent();
        }

        /** What is promised of so many available units. */
        BigDecimal promise(BigDecimal available) {
            BigDecimal left = available.subtract(buffer).max(BigDecimal.ZERO).multiply(share);
            BigDecimal whole = left.setScale(0, RoundingMode.FLOOR);
            return most.map(whole::min).orElse(whole);
        }
    }

    /** From what is in stock to what is promised. */
    record PromiseTranslation(AccountId storefront, Options options) implements Translation<InventoryLevel> {
        @Override
        public Translated translate(InventoryLevel level) {
            Optional<String> objection = options.levels().objection(level);
            if (objection.isPresent()) {
                return new Translated.Skip(objection.get());
            }
            if (level.available().isEmpty()) {
                return new Translated.Park(Violations.of(
                        ErrorCode.RECORD_UNREADABLE,
                        "available",
                        "the ERP does not tell how many " + level.sku() + " are available"));
            }
            InventoryLevel promised = InventoryLevel.builder()
                    .from(level)
                    .onHand(options.keepsBack() ? Optional.empty() : level.onHand())
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
