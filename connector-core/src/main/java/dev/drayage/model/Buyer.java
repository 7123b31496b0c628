package dev.drayage.model;

import java.util.Optional;
import org.immutables.value.Value;

/** Who buys, as far as the channel tells. Printing shows nothing of it. */
@Value.Immutable
@ModelStyle
public interface Buyer {
    /** Full name. */
    @Value.Redacted
    Optional<String> name();

    /** E-mail address, often a masked alias. */
    @Value.Redacted
    Optional<String> email();

    /** Telephone. */
    @Value.Redacted
    Optional<String> phone();

    /** Company of a business buyer. */
    @Value.Redacted
    Optional<String> company();

    /** The buyer's own purchase order number. */
    Optional<String> purchaseOrderNumber();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds the record; what is mandatory and missing is named when it is built. Not thread-safe. */
    final class Builder extends ImmutableBuyer.Builder {
        Builder() {}
    }
}
