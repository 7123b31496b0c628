package dev.drayage.model;

import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** A postal address as the source gives it. Printing shows only the country. */
@Value.Immutable
@ModelStyle
public interface Address {
    /** Person or company at the door. */
    @Value.Redacted
    Optional<String> name();

    /** Company, where the source tells it apart. */
    @Value.Redacted
    Optional<String> company();

    /** Street lines, in order, without empty ones. */
    @Value.Redacted
    List<String> lines();

    /** City. */
    @Value.Redacted
    Optional<String> city();

    /** State, province or region, as the source writes it. */
    @Value.Redacted
    Optional<String> region();

    /** Postal code. */
    @Value.Redacted
    Optional<String> postalCode();

    /** ISO 3166 two-letter country code. */
    String countryCode();

    /** Telephone. */
    @Value.Redacted
    Optional<String> phone();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds the record; what is mandatory and missing is named when it is built. Not thread-safe. */
    final class Builder extends ImmutableAddress.Builder {
        Builder() {}
    }
}
