package dev.drayage.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.immutables.value.Value;

/**
 * What people made of an order in the system that keeps the books, told to the storefront that sold it. It tells every line of
 * goods as it is to be, and by digests what both systems agreed on before, so that whoever changes the order can see who changed
 * what. It names no buyer.
 */
@Value.Immutable
@ModelStyle
public interface OrderEdit extends CommerceRecord {
    /** The order, under every name that the source knows. */
    List<OrderReference> orderReferences();

    /** Where it was sold. */
    SalesChannel channel();

    /** Every line of goods that the order has now; a line of the channel that is missing here was taken out. */
    List<EditedLine> lines();

    /** When the order was last changed, in UTC: one edit that is made twice is two edits. */
    Instant editedAt();

    /** Digest of all that the order sells now. */
    String content();

    /** Digest of all that the order sold when both systems last agreed. */
    String agreedContent();

    /** Digest of the quantities when both systems last agreed, as {@link #quantities} makes it. */
    String agreedQuantities();

    /**
     * What people changed beside quantities and items, such as a price, in words with the amounts as they are now: no storefront
     * can be told that.
     */
    List<String> otherEdits();

    /** Whether people changed anything since. */
    default boolean isEdited() {
        return !content().equals(agreedContent());
    }

    /** Typed extras of the edit. */
    @Override
    @Value.Default
    default CustomFields customFields() {
        return CustomFields.none();
    }

    /** Digest of the units of each line by the channel's line id; lines without units do not count. */
    static String quantities(Map<String, BigDecimal> units) {
        Map<String, BigDecimal> sold = new TreeMap<>();
        units.forEach((line, quantity) -> {
            if (quantity.signum() != 0) {
                sold.put(line, quantity);
            }
        });
        return ContentDigest.of(sold);
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds the record; what is mandatory and missing is named when it is built. Not thread-safe. */
    final class Builder extends ImmutableOrderEdit.Builder {
        Builder() {}
    }
}
