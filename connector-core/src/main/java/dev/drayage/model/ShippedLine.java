package dev.drayage.model;

import java.math.BigDecimal;
import java.util.List;

/**
 * Units of one order line that left.
 *
 * @param line which line of the order
 * @param sku the SKU as the source writes it, for messages only; empty if it tells none
 * @param quantity units, above zero
 * @param inventoryNumbers lots and serial numbers of these units; empty if the source tells none, else they add up to at
 *     most the quantity
 */
public record ShippedLine(LineReference line, String sku, BigDecimal quantity, List<InventoryNumber> inventoryNumbers) {
    public ShippedLine {
        if (quantity.signum() <= 0) {
            throw new IllegalArgumentException("ShippedLine.quantity must be above zero");
        }
        quantity = quantity.stripTrailingZeros();
        inventoryNumbers = List.copyOf(inventoryNumbers);
        BigDecimal numbered =
                inventoryNumbers.stream().map(InventoryNumber::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (numbered.compareTo(quantity) > 0) {
            throw new IllegalArgumentException("ShippedLine.inventoryNumbers add up to more than its quantity");
        }
    }

    /** Units without lots or serial numbers. */
    public ShippedLine(LineReference line, String sku, BigDecimal quantity) {
        this(line, sku, quantity, List.of());
    }
}
