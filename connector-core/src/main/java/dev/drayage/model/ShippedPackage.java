package dev.drayage.model;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** One parcel: its own carrier, tracking numbers and contents. */
@Value.Immutable
@ModelStyle
public interface ShippedPackage {
    /** A name that stays the same when tracking is corrected: the carton id or the position in the shipment. */
    String reference();

    /** Who carries it. */
    Carrier carrier();

    /** The carriage, in the source's words. */
    Optional<String> service();

    /** Tracking numbers, the leading one first; empty while none is known. */
    List<String> trackingNumbers();

    /** What is in it; empty when the source does not tell which parcel holds what. */
    List<ShippedLine> contents();

    /** Weight in kilograms. */
    Optional<BigDecimal> weightKg();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds the record; what is mandatory and missing is named when it is built. Not thread-safe. */
    final class Builder extends ImmutableShippedPackage.Builder {
        Builder() {}
    }
}
