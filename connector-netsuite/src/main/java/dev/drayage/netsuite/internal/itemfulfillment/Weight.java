package dev.drayage.netsuite.internal.itemfulfillment;

import dev.drayage.netsuite.WeightUnit;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Weights of packages, which NetSuite keeps as a bare number in the account's unit. Immutable.
 *
 * @param unit the account's unit
 */
record Weight(WeightUnit unit) {
    private static final BigDecimal KILOGRAMS_PER_POUND = new BigDecimal("0.45359237");
    private static final int DECIMALS = 4;

    BigDecimal fromKilograms(BigDecimal kilograms) {
        return unit == WeightUnit.KG
                ? kilograms
                : kilograms.divide(KILOGRAMS_PER_POUND, DECIMALS, RoundingMode.HALF_UP);
    }

    BigDecimal toKilograms(BigDecimal weight) {
        return unit == WeightUnit.KG
                ? weight
                : weight.multiply(KILOGRAMS_PER_POUND).setScale(DECIMALS, RoundingMode.HALF_UP);
    }
}
