package dev.drayage.model;

import java.time.Instant;
import java.util.List;
import org.immutables.value.Value;

/** Money that goes back to a customer, out of a credit or a deposit. */
@Value.Immutable
@ModelStyle
public interface CustomerRefund extends CommerceRecord {
    /** The order, under every name that the source knows; never empty. */
    List<OrderReference> orderReferences();

    /** The money. */
    RefundedPayment payment();

    /** When it went, in UTC. */
    Instant refundedAt();

    /** Where it was sold. */
    SalesChannel channel();

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
    final class Builder extends ImmutableCustomerRefund.Builder {
        Builder() {}
    }
}
