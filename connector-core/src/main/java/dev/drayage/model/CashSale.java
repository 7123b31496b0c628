package dev.drayage.model;

import org.immutables.value.Value;

/** A sale that was paid and shipped at once, such as one that the channel itself shipped. */
@Value.Immutable
@ModelStyle
public interface CashSale extends SaleTransaction {
    /** Typed extras of the sale. */
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
    final class Builder extends ImmutableCashSale.Builder {
        Builder() {}
    }
}
