package dev.drayage.threepl.internal.x12;

import dev.drayage.threepl.StockLots;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;

/** How a warehouse tells of its stock, set 846. Immutable. */
@Value.Immutable
@ProfileStyle
public interface StockHabits {
    /** What a quantity counts. */
    enum Counts {
        /** Units that are there, sellable or not. */
        ON_HAND,
        /** Units that can be promised. */
        AVAILABLE,
        /** Units that are there and not to be sold. */
        ON_HOLD,
        /** Something that is not taken over. */
        IGNORED
    }

    /** What the quantity qualifiers (QTY-01) count; one without an entry is a fault. */
    @Value.Default
    default Map<String, Counts> quantities() {
        return Map.of("17", Counts.ON_HAND, "33", Counts.AVAILABLE, "QH", Counts.ON_HOLD);
    }

    /** Qualifiers of the SKU, the preferred one first. */
    @Value.Default
    default List<String> skuQualifiers() {
        return List.of("SK", "VN", "UP");
    }

    /** Qualifiers of other names that an item may have; one that is not named anywhere is a fault. */
    @Value.Default
    default Set<String> otherQualifiers() {
        return Set.of("BP", "CB", "EN", "IN", "MG", "PI", "SK", "UI", "UK", "UP", "VC", "VN", "VP");
    }

    /** Qualifier of the lot among the item's names. */
    @Value.Default
    default String lotQualifier() {
        return "LT";
    }

    /** Qualifier of the date that tells until when a lot is good. */
    @Value.Default
    default String expiryQualifier() {
        return "036";
    }

    /** How lots of one SKU are told. */
    @Value.Default
    default StockLots lots() {
        return StockLots.APART;
    }

    /** The place of the stock where the document names none; without it such a document is a fault. */
    Optional<String> location();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds the habits. Not thread-safe. */
    final class Builder extends ImmutableStockHabits.Builder {
        Builder() {}
    }
}
