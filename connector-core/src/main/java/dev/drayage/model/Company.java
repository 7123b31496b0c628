package dev.drayage.model;

import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** A business that buys, with its places and its people. */
@Value.Immutable
@ModelStyle
public interface Company extends CommerceRecord {
    /** Registered name. */
    String name();

    /** The id under which the storefront says that the ERP knows it. */
    Optional<String> externalId();

    /** Its places, the main one first. */
    List<CompanyLocation> locations();

    /** Its people, the main one first. */
    List<CompanyContact> contacts();

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
