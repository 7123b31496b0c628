package dev.drayage.model;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** One line of an order or sale. */
@Value.Immutable
@ModelStyle
public interface OrderLine {
    /** The id that the system which made the line gave it; later steps match by it, never by SKU or position. */
    String lineId();

    /** The seller's SKU at the channel. */
    String sku();

    /** The goods' name. */
    Optional<String> title();

    /** Units ordered, above zero. */
    BigDecimal quantity();

    /** Price of all units together, before discounts, without charges and without tax that comes on top. */
    Money amount();

    /** What is taken off this line. */
    List<Discount> discounts();

    /** What is charged for this line beside the goods. */
    List<Charge> charges();

    /** Tax on this line and on its charges. */
    List<TaxLine> taxes();

    /** How the line is to be wrapped, in the channel's words. */
    Optional<String> giftWrapLevel();

    /** What the buyer wrote to the receiver. */
    @Value.Redacted
    Optional<String> giftMessage();

    /** Whether a gift card is sold: what it takes in is owed to its bearer, and is no revenue. */
    @Value.Default
    default boolean giftCard() {
        return false;
    }

    /** Typed extras of the line. */
    @Value.Default
    default CustomFields customFields() {
        return CustomFields.none();
    }

    /** Refuses an empty id and a quantity that is not above zero. */
    @Value.Check
    default void check() {
        if (lineId().isBlank()) {
            throw new IllegalArgumentException("OrderLine.lineId must not be blank");
        }
        if (quantity().signum() <= 0) {
            throw new IllegalArgumentException("OrderLine.quantity must be above zero");
        }
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds the record; what is mandatory and missing is named when it is built. Not thread-safe. */
    final class Builder extends ImmutableOrderLine.Builder {
        Builder() {}
    }
}
