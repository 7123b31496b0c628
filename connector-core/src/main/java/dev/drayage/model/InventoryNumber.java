package dev.drayage.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Units of one lot, or one serial number.
 *
 * @param number the lot or serial number as the source writes it
 * @param quantity units of it, above zero; one for a serial number
 * @param expiresOn the last day on which it is good, where the source tells
 */
public record InventoryNumber(String number, BigDecimal quantity, Optional<LocalDate> expiresOn) {
    public InventoryNumber {
        if (number.isBlank()) {
            throw new IllegalArgumentException("InventoryNumber.number must not be blank");
        }
        if (quantity.signum() <= 0) {
            throw new IllegalArgumentException("InventoryNumber.quantity must be above zero");
        }
        quantity = quantity.stripTrailingZeros();
    }
}
