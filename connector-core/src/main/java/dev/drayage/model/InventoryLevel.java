package dev.drayage.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What a place held of one SKU at one instant. A later observation with the same numbers is another observation; a SKU that
 * is not told of is not zero.
 */
@Value.Immutable
@ModelStyle
public interface InventoryLevel extends CommerceRecord {
    /** The SKU as the source writes it. */
    String sku();

    /** The place, in the source's words. */
    Optional<String> location();

    /** The lot, where the source counts lots apart. */
    Optional<String> lot();

    /** The last day on which the lot is good. */
    Optional<LocalDate> expiresOn();

    /** When it was counted, in UTC. */
    Instant countedAt();

    /** Units that are there, sellable or not. */
    Optional<BigDecimal> onHand();

    /** Units that can be promised. */
    Optional<BigDecimal> available();

    /** Units that are there and not to be sold. */
    Optional<BigDecimal> onHold();

    /** Typed extras of the observation. */
    @Override
    @Value.Default
    default CustomFields customFields() {
        return CustomFields.none();
    }

    /** Refuses an observation that tells nothing. */
    @Value.Check
    default void check() {
        if (sku().isBlank()) {
            throw new IllegalArgumentException("InventoryLevel.sku must not be blank");
        }
        if (onHand().isEmpty() && available().isEmpty()) {
            throw new IllegalArgumentException("InventoryLevel must tell onHand or available");
        }
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds the record; what is mandatory and missing is named when it is built. Not thread-safe. */
    final class Builder extends ImmutableInventoryLevel.Builder {
        Builder() {}
    }
}
