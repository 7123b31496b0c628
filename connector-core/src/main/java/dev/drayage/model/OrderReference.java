package dev.drayage.model;

import java.util.List;
import java.util.Optional;

/**
 * A name under which an order is known.
 *
 * @param kind who gave the name
 * @param value the name
 */
public record OrderReference(Kind kind, String value) {
    /** Who gave the name. */
    public enum Kind {
        /** The storefront's own order id. */
        CHANNEL_ORDER_ID,
        /** The order number that people see in the ERP. */
        ERP_NUMBER,
        /** The ERP's internal id. */
        ERP_ID,
        /** The number that people see on a packed item fulfillment; what is shipped under it belongs to that one alone. */
        ERP_FULFILLMENT_NUMBER,
        /** The ERP's internal id of a packed item fulfillment. */
        ERP_FULFILLMENT_ID
    }

    public OrderReference {
        if (value.isBlank()) {
            throw new IllegalArgumentException("OrderReference.value must not be blank");
        }
    }

    /** The first name of one kind among a record's. */
    public static Optional<String> find(List<OrderReference> references, Kind kind) {
        return references.stream()
                .filter(reference -> reference.kind() == kind)
                .map(OrderReference::value)
                .findFirst();
    }
}
