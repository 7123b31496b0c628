package dev.drayage.amazon.internal.listings;

import dev.drayage.spi.Violations;
import java.time.Instant;

/** What became of an observation on its way to Amazon, before anything is read or sent. */
sealed interface AvailabilityDraft {
    /**
     * It can be told.
     *
     * @param sku the SKU, as Amazon must have it
     * @param units units that can be sold, not below zero
     * @param countedAt when that was so, in UTC
     */
    record Ready(String sku, int units, Instant countedAt) implements AvailabilityDraft {}

    /** It can never be told like this. */
    record Refused(Violations violations) implements AvailabilityDraft {}
}
