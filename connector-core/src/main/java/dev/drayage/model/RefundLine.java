package dev.drayage.model;

import java.math.BigDecimal;
import java.util.List;
import org.immutables.value.Value;

/** Units of one order line whose price was given back. */
@Value.Immutable
@ModelStyle
public interface RefundLine {
    /** Which line of the order. */
    LineReference line();

    /** The SKU at the channel, for messages and for the item. */
    String sku();

    /** Units, above zero. */
    BigDecimal quantity();

    /** What was given back for the goods, without tax that comes on top; may be zero. */
    Money amount();

    /** Tax that was given back. */
    List<TaxLine> taxes();

    /** What becomes of the goods. */
    Restock restock();

    /** What becomes of goods whose price was given back. */
    enum Restock {
        /** They never left. */
        CANCELLED,
        /** They came back and can be sold again. */
        RETURNED,
        /** They are not back in stock. */
        NONE
    }

    /** Refuses a quantity that is not above zero. */
    @Value.Check
    default void check() {
        if (quantity().signum() <= 0) {
            throw new IllegalArgumentException("RefundLine.quantity must be above zero");
        }
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds the record; what is mandatory and missing is named when it is built. Not thread-safe. */
    final class Builder extends ImmutableRefundLine.Builder {
        Builder() {}
    }
}
