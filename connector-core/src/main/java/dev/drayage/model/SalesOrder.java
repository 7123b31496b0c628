package dev.drayage.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** An order of a storefront in canonical form. */
@Value.Immutable
@ModelStyle
public interface SalesOrder extends SaleTransaction {
    /** How far it is. */
    OrderStatus status();

    /** Who ships it. */
    FulfilledBy fulfilledBy();

    /** When the channel last changed it, in UTC. */
    Instant updatedAt();

    /** The last instant at which it may leave to be in time. */
    Optional<Instant> shipBy();

    /** The order that this one replaces for free, if it does. */
    Optional<String> replacementFor();

    /** What was paid for it so far, in the order of the payments. */
    List<OrderPayment> payments();

    /** Whether it was sold outside the channel, which only ships it. */
    @Value.Default
    default boolean soldElsewhere() {
        return false;
    }

    /** Typed extras of the order. */
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
    final class Builder extends ImmutableSalesOrder.Builder {
        Builder() {}
    }
}
