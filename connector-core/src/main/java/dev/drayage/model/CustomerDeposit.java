package dev.drayage.model;

import org.immutables.value.Value;

/** Money paid for an order before it was billed. */
@Value.Immutable
@ModelStyle
public interface CustomerDeposit extends PaymentTransaction {
    /** Refuses an amount that is not above zero and a payment for no order. */
    @Value.Check
    default void check() {
        PaymentTransaction.check(this, "CustomerDeposit");
    }

    /** Typed extras of the payment. */
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
    final class Builder extends ImmutableCustomerDeposit.Builder {
        Builder() {}
    }
}
