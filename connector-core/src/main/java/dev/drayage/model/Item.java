package dev.drayage.model;

import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** What can be sold, as the ERP keeps it: one record for each thing with a SKU of its own. */
@Value.Immutable
@ModelStyle
public interface Item extends CommerceRecord {
    /** The SKU. */
    String sku();

    /** What it is called. */
    Optional<String> title();

    /** Bar code. */
    Optional<String> barcode();

    /** Whether it can be sold. */
    boolean active();

    /** Prices by level, currency and quantity; a level that has none for a currency is missing. */
    List<ItemPrice> prices();

    /** Refuses an item without a SKU. */
    @Value.Check
    default void check() {
        if (sku().isBlank()) {
            throw new IllegalArgumentException("Item.sku must not be blank");
        }
    }

    /** Typed extras of the item. */
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
    final class Builder extends ImmutableItem.Builder {
        Builder() {}
    }
}
