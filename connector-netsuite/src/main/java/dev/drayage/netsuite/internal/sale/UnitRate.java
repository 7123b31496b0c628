package dev.drayage.netsuite.internal.sale;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The price of one unit. NetSuite computes a line's amount from rate and quantity; where the amount cannot be divided
 * exactly, it is sent beside the rounded rate. Price level {@code -1} (custom) keeps NetSuite from pricing the line itself.
 * Stateless.
 */
final class UnitRate {
    private static final int DECIMALS = 8;

    private UnitRate() {}

    static void put(ObjectNode line, BigDecimal amount, BigDecimal quantity) {
        line.set("price", line.objectNode().put("id", "-1"));
        BigDecimal rate = amount.divide(quantity, DECIMALS, RoundingMode.HALF_UP);
        line.put("rate", plain(rate));
        if (rate.multiply(quantity).compareTo(amount) != 0) {
            line.put("amount", plain(amount));
        }
    }

    /** Without trailing zeros, but never with an exponent. */
    static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
