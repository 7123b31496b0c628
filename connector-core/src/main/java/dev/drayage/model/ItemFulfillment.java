package dev.drayage.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** Goods that left for a customer: one shipment of one order, in one or more parcels. */
@Value.Immutable
@ModelStyle
public interface ItemFulfillment extends CommerceRecord {
    /** How far a shipment is. */
    enum Status {
        /** Taken from the shelf. */
        PICKED,
        /** In its parcels. */
        PACKED,
        /** Handed to the carrier. */
        SHIPPED,
        /** Called off after it was made. */
        VOIDED
    }

    /** The order it belongs to, under every name that the source knows; never empty. */
    List<OrderReference> orderReferences();

    /** How far it is. */
    Status status();

    /** When it left, in UTC. */
    Instant shippedAt();

    /** What left, per order line. */
    List<ShippedLine> lines();

    /** What the warehouse says of units that did not leave; empty where it says nothing. */
    List<LineRemainder> remainders();

    /** In which parcels, in a stable order. */
    List<ShippedPackage> packages();

    /** The storefront that sold the order, if the source knows it. */
    Optional<SalesChannel> channel();

    /** The warehouse that shipped, in the source's words. */
    Optional<String> location();

    /** The carriage, in the source's words. */
    Optional<String> shipMethod();

    /** What the carriage cost the shipper, where the source tells. */
    Optional<Money> freight();

    /** Typed extras of the shipment. */
    @Override
    @Value.Default
    default CustomFields customFields() {
        return CustomFields.none();
    }

    /** The order's name of one kind. */
    default Optional<String> orderReference(OrderReference.Kind kind) {
        return OrderReference.find(orderReferences(), kind);
    }

    /** Refuses a shipment that names no order. */
    @Value.Check
    default void check() {
        if (orderReferences().isEmpty()) {
            throw new IllegalArgumentException("ItemFulfillment.orderReferences must name the order");
        }
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds the record; what is mandatory and missing is named when it is built. Not thread-safe. */
    final class Builder extends ImmutableItemFulfillment.Builder {
        Builder() {}
    }
}
