package dev.drayage.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * The wish that the ERP's stock of one item at one location be what was counted. How much that changes is only known where
 * it is written: the difference is taken against what the ERP held at the instant of the count.
 */
@Value.Immutable
@ModelStyle
public interface InventoryCount extends CommerceRecord {
    /** The SKU. */
    String sku();

    /** The place, in the words of who counted. */
    Optional<String> location();

    /** The lot, if lots were counted apart. */
    Optional<String> lot();

    /** Units that were counted. */
    BigDecimal counted();

    /** When they were counted, in UTC. */
    Instant countedAt();

    /** The earliest instant at which the difference may be taken: what left before the count must be booked by then. */
    Instant notBefore();

    /** The largest difference, in units, that is corrected without a person; zero for none. */
    BigDecimal largestDifference();

    /** Typed extras that are written with it. */
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
    final class Builder extends ImmutableInventoryCount.Builder {
        Builder() {}
    }
}
