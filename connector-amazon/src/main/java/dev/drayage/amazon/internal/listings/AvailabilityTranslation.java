package dev.drayage.amazon.internal.listings;

import dev.drayage.error.ErrorCode;
import dev.drayage.model.InventoryLevel;
import dev.drayage.spi.Violation;
import dev.drayage.spi.Violations;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An observation of the ERP's as the one number that Amazon takes for a SKU: whole units that are available, over all places.
 * All faults are found in one go, each with what to do about it. Stateless.
 */
final class AvailabilityTranslation {
    /** Longest SKU of Amazon's, in characters. */
    private static final int LONGEST_SKU = 40;

    private AvailabilityTranslation() {}

    static AvailabilityDraft draft(InventoryLevel level) {
        List<Violation> faults = new ArrayList<>();
        if (level.sku().codePointCount(0, level.sku().length()) > LONGEST_SKU) {
            faults.add(refused(
                    "sku",
                    level,
                    "has more than " + LONGEST_SKU
                            + " characters, which no SKU of Amazon's has; correct it in the ERP"));
        }
        level.location()
                .ifPresent(place -> faults.add(refused(
                        "location",
                        level,
                        "is told for location " + place
                                + " alone, and Amazon takes one number for all; let the ERP tell"
                                + " totals (stock.totals) and the sync tell Levels.TOTAL")));
        level.lot()
                .ifPresent(lot -> faults.add(
                        refused("lot", level, "is told by lot, and Amazon knows none; add its lots up first")));
        Optional<Integer> units = units(level, faults);
        return units.isPresent() && faults.isEmpty()
                ? new AvailabilityDraft.Ready(level.sku(), units.get(), level.countedAt())
                : new AvailabilityDraft.Refused(new Violations(faults));
    }

    private static Optional<Integer> units(InventoryLevel level, List<Violation> faults) {
        Optional<BigDecimal> told = level.available();
        if (told.isEmpty()) {
            faults.add(new Violation(
                    ErrorCode.RECORD_UNREADABLE,
                    "available",
                    "the stock of SKU " + level.sku() + " does not tell how many are available"));
            return Optional.empty();
        }
        try {
            int units = told.get().intValueExact();
            if (units >= 0) {
                return Optional.of(units);
            }
        } catch (ArithmeticException e) {
            // told below
        }
        faults.add(refused(
                "available",
                level,
                "has " + told.get().toPlainString() + " available; Amazon takes whole units from zero on"));
        return Optional.empty();
    }

    private static Violation refused(String field, InventoryLevel level, String why) {
        return new Violation(ErrorCode.REFUSED_BY_TARGET, field, "SKU " + level.sku() + " " + why);
    }
}
