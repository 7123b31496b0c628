package dev.drayage.model;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** What one thing costs for the buyers who see one price list of a storefront. */
@Value.Immutable
@ModelStyle
public interface ListPrice extends CommerceRecord {
    /** The SKU. */
    String sku();

    /** The price list, by the storefront's name of it. */
    String priceList();

    /** The price of one unit; empty if the list has no price of its own for it. */
    Optional<Money> price();

    /** Quantities above one from which the ERP has another price; a target that takes one price only leaves them out. */
    List<BigDecimal> breaks();

    /** Refuses a price of nothing or of no list. */
    @Value.Check
    default void check() {
        if (sku().isBlank()) {
            throw new IllegalArgumentException("ListPrice.sku must not be blank");
        }
        if (priceList().isBlank()) {
            throw new IllegalArgumentException("ListPrice.priceList must not be blank");
        }
    }

    /** Typed extras of the price. */
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
    final class Builder extends ImmutableListPrice.Builder {
        Builder() {}
    }
}
