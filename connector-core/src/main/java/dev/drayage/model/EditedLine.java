package dev.drayage.model;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A line of goods as an edited order is to have it.
 *
 * @param lineId the channel's own id of the line; empty for one that was added since
 * @param sku the SKU
 * @param quantity units; zero for a line that was taken out
 * @param unitPrice the price of one unit before discounts; told of added lines only, and empty if it is not known exactly
 */
public record EditedLine(Optional<String> lineId, String sku, BigDecimal quantity, Optional<Money> unitPrice) {
    public EditedLine {
        if (quantity.signum() < 0) {
            throw new IllegalArgumentException("EditedLine.quantity must not be below zero");
        }
        quantity = quantity.stripTrailingZeros();
    }

    /** A line that the channel knows. */
    public static EditedLine known(String lineId, String sku, BigDecimal quantity) {
        return new EditedLine(Optional.of(lineId), sku, quantity, Optional.empty());
    }

    /** A line that was added. */
    public static EditedLine added(String sku, BigDecimal quantity, Optional<Money> unitPrice) {
        return new EditedLine(Optional.empty(), sku, quantity, unitPrice);
    }

    /** Units without an exponent, for messages. */
    public String units() {
        return quantity.toPlainString();
    }
}
