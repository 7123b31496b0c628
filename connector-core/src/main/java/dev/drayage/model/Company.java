package dev.drayage.model;

import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** A business that buys, with its locations. */
@Value.Immutable
@ModelStyle
public interface Company extends CommerceRecord {
    /** Registered name. */
    String name();

    /** Tax registration. */
    Optional<String> taxId();

    /** E-mail address for bills. */
    @Value.Redacted
    Optional<String> email();

    /** Payment terms in the source's words, such as {@code Net 30}. */
    Optional<String> terms();

    /** Where it receives goods, the main one first. */
    List<Address> locations();

    /** Typed extras of the company. */
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
    final class Builder extends ImmutableCompany.Builder {
        Builder() {}
    }
}
