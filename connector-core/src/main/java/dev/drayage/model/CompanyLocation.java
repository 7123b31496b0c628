package dev.drayage.model;

import java.util.Optional;
import org.immutables.value.Value;

/** A place of a business: where it receives goods, and how it pays for them. */
@Value.Immutable
@ModelStyle
public interface CompanyLocation {
    /** Where the record lives. */
    RecordRef ref();

    /** What it is called. */
    String name();

    /** The id under which the storefront says that the ERP knows it. */
    Optional<String> externalId();

    /** Where goods go. */
    Optional<Address> shipTo();

    /** Where bills go. */
    Optional<Address> billTo();

    /** Telephone. */
    @Value.Redacted
    Optional<String> phone();

    /** Tax registration. */
    Optional<String> taxId();

    /** Whether no tax is charged. */
    boolean taxExempt();

    /** When it pays. */
    Optional<PaymentTerms> terms();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds the record; what is mandatory and missing is named when it is built. Not thread-safe. */
    final class Builder extends ImmutableCompanyLocation.Builder {
        Builder() {}
    }
}
