package dev.drayage.threepl.internal.x12;

import dev.drayage.model.LineReference;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What the warehouse was told to ship, by the depositor's order number. Advices are compared with it: a line's id and SKU
 * must be of the order. Asked several times for one order while a file is read; must be safe for the reader's thread.
 */
@FunctionalInterface
public interface ToldLines {
    /**
     * A line as it was sent.
     *
     * @param line which line
     * @param sku the SKU as it was sent
     * @param quantity units to ship as they were sent last
     */
    record ToldLine(LineReference line, String sku, BigDecimal quantity) {}

    /** The order's lines as they were sent last; empty if nothing is known of such an order. */
    Optional<List<ToldLine>> lines(String orderNumber);

    /** Knows nothing: then lines need ids, and nothing is compared. */
    static ToldLines none() {
        return order -> Optional.empty();
    }
}
