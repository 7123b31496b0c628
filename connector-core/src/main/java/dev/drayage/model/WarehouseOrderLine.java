package dev.drayage.model;

import java.math.BigDecimal;
import java.util.Optional;
import org.immutables.value.Value;

/** One order line that a warehouse is to ship. */
@Value.Immutable
@ModelStyle
public interface WarehouseOrderLine {
    /** Which line of the order; it goes to the warehouse and comes back with its shipments. */
    LineReference line();

    /** The SKU of the goods in the warehouse. */
    String sku();

    /** The goods' name. */
    Optional<String> title();

    /** Units ordered, above zero; of a line that was closed after some had left, still all of them. */
    BigDecimal quantity();

    /** Units that have left already. */
    @Value.Default
    default BigDecimal shipped() {
        return BigDecimal.ZERO;
    }

    /** Whether nothing more of the line is to leave. */
    @Value.Default
    default boolean closed() {
        return false;
    }

    /** Where the units are to leave from, in the ERP's words. */
    Optional<String> location();

    /** Units that are still to leave. */
    default BigDecimal open() {
        return closed() ? BigDecimal.ZERO : quantity().subtract(shipped()).max(BigDecimal.ZERO);
    }

    /** Refuses a quantity that is not above zero. */
    @Value.Check
    default void check() {
        if (sku().isBlank()) {
            throw new IllegalArgumentException("WarehouseOrderLine.sku must not be blank");
        }
        if (quantity().signum() <= 0) {
            throw new IllegalArgumentException("WarehouseOrderLine.quantity must be above zero");
        }
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds the record; what is mandatory and missing is named when it is built. Not thread-safe. */
    final class Builder extends ImmutableWarehouseOrderLine.Builder {
        Builder() {}
    }
}
