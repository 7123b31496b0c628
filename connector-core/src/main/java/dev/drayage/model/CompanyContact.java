package dev.drayage.model;

import java.util.Optional;
import org.immutables.value.Value;

/** A person who buys for a business. */
@Value.Immutable
@ModelStyle
public interface CompanyContact {
    /** Where the record lives. */
    RecordRef ref();

    /** Full name. */
    @Value.Redacted
    String name();

    /** E-mail address. */
    @Value.Redacted
    Optional<String> email();

    /** Telephone. */
    @Value.Redacted
    Optional<String> phone();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds the record; what is mandatory and missing is named when it is built. Not thread-safe. */
    final class Builder extends ImmutableCompanyContact.Builder {
        Builder() {}
    }
}
