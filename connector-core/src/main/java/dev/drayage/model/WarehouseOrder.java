package dev.drayage.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** What a warehouse is told to ship: the part of an order that leaves from there. */
@Value.Immutable
@ModelStyle
public interface WarehouseOrder extends CommerceRecord {
    /** The order it belongs to, under every name that the source knows; never empty. */
    List<OrderReference> orderReferences();

    /** The number by which the warehouse and its papers call it, and which comes back with its shipments. */
    String number();

    /** Whether the ERP lets it go: approved, and not cancelled or closed. */
    boolean released();

    /** When the buyer ordered, in UTC. */
    Instant placedAt();

    /** The day on which the ERP wants it to leave, in the ERP's zone. */
    Optional<LocalDate> shipOn();

    /** Where the goods go. */
    Optional<Address> shipTo();

    /** Where questions about the delivery go. */
    @Value.Redacted
    Optional<String> email();

    /** The customer's purchase order number. */
    Optional<String> purchaseOrder();

    /** The carriage, in the ERP's words; the warehouse's connector translates it by a map that the host controls. */
    Optional<String> shipMethod();

    /** What people wrote for the packer. */
    @Value.Redacted
    Optional<String> instructions();

    /** What is to leave. */
    List<WarehouseOrderLine> lines();

    /** Typed extras of the order. */
    @Override
    @Value.Default
    default CustomFields customFields() {
        return CustomFields.none();
    }

    /** The order's name of one kind. */
    default Optional<String> orderReference(OrderReference.Kind kind) {
        return orderReferences().stream()
                .filter(reference -> reference.kind() == kind)
                .map(OrderReference::value)
                .findFirst();
    }

    /** Refuses an order without names. */
    @Value.Check
    default void check() {
        if (orderReferences().isEmpty() || number().isBlank()) {
            throw new IllegalArgumentException("WarehouseOrder.orderReferences and number must name the order");
        }
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds the record; what is mandatory and missing is named when it is built. Not thread-safe. */
    final class Builder extends ImmutableWarehouseOrder.Builder {
        Builder() {}
    }
}
