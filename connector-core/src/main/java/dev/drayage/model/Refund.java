package dev.drayage.model;

import java.time.Instant;
import java.util.Currency;
import java.util.List;
import org.immutables.value.Value;

/** What a channel gave back for an order: goods, carriage, or a sum alone, and by which means the money went. */
@Value.Immutable
@ModelStyle
public interface Refund extends CommerceRecord {
    /** The order, under every name that the source knows; never empty. */
    List<OrderReference> orderReferences();

    /** The order number that people see. */
    String number();

    /** When it was refunded, in UTC. */
    Instant refundedAt();

    /** Currency of every amount in this record. */
    Currency currency();

    /** Goods whose price was given back. */
    List<RefundLine> lines();

    /** Carriage and other charges that were given back, without tax that comes on top. */
    List<Charge> charges();

    /** Tax on those charges that was given back, and tax that belongs to no line. */
    List<TaxLine> taxes();

    /** Sums given back, or held back if negative, that belong to no line. */
    List<Adjustment> adjustments();

    /** The money that went back; empty if none did. */
    List<RefundedPayment> payments();

    /** Whether money of it is still on its way: what went back in the end is not known yet. */
    @Value.Default
    default boolean moneyPending() {
        return false;
    }

    /** What was given back in all, tax included, as the channel tells it. */
    Money total();

    /** Where it was sold. */
    SalesChannel channel();

    /**
     * A sum that belongs to no line.
     *
     * @param reason why, in the channel's words
     * @param amount given back if positive, held back if negative
     */
    record Adjustment(String reason, Money amount) {}

    /** Refuses a refund that names no order. */
    @Value.Check
    default void check() {
        if (orderReferences().isEmpty()) {
            throw new IllegalArgumentException("Refund.orderReferences must name the order");
        }
    }

    /** Typed extras of the refund. */
    @Override
    @Value.Default
    default CustomFields customFields() {
        return CustomFields.none();
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds the record; what is mandatory and missing is named when it is built. Not thread-safe. */
    final class Builder extends ImmutableRefund.Builder {
        Builder() {}
    }
}
