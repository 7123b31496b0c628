package dev.drayage.model;

import java.time.Instant;
import org.immutables.value.Value;

/** A bill for what was sold: of a whole order, or of one that was delivered at once. */
@Value.Immutable
@ModelStyle
public interface Invoice extends SaleTransaction {
    /** When it is issued, in UTC. */
    Instant issuedAt();

    /** Typed extras of the invoice. */
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
    final class Builder extends ImmutableInvoice.Builder {
        Builder() {}
    }
}
