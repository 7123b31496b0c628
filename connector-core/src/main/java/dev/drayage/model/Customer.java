package dev.drayage.model;

import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** A person or business as the ERP books sales against. */
@Value.Immutable
@ModelStyle
public interface Customer extends CommerceRecord {
    /** Full name of a person, or the business's name. */
    @Value.Redacted
    String name();

    /** Whether it is a person. */
    boolean person();

    /** E-mail address. */
    @Value.Redacted
    Optional<String> email();

    /** Telephone. */
    @Value.Redacted
    Optional<String> phone();

    /** Known addresses, the default one first. */
    List<Address> addresses();

    /** Tax registration. */
    Optional<String> taxId();

    /** Whether no tax is charged; empty if the source does not tell. */
    Optional<Boolean> taxExempt();

    /** When it pays. */
    Optional<PaymentTerms> terms();

    /** By what a customer that stands there is known to be the same, the surest sign first; empty to match none. */
    List<CustomerMatch> matches();

    /** Typed extras of the customer. */
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
    final class Builder extends ImmutableCustomer.Builder {
        Builder() {}
    }
}
