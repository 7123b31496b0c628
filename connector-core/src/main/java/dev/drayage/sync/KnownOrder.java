package dev.drayage.sync;

import dev.drayage.model.RecordRef;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;

/**
 * An order whose units the ERP's stock does not show yet. Immutable.
 *
 * @param order the storefront's order
 * @param seenAt when it was first read so, in UTC
 * @param pending whether the channel has not released it yet
 * @param units units by SKU
 */
public record KnownOrder(RecordRef order, Instant seenAt, boolean pending, Map<String, BigDecimal> units) {
    public KnownOrder {
        units = Map.copyOf(units);
    }
}
