package dev.drayage.netsuite.internal.item;

import dev.drayage.error.ErrorCode;
import dev.drayage.spi.Violation;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What the account's items say about one SKU. */
public sealed interface ItemMatch {
    /**
     * Exactly one active item.
     *
     * @param id internal id
     */
    record One(String id) implements ItemMatch {}

    /** No item. */
    record None() implements ItemMatch {}

    /** Only inactive items. */
    record Inactive(List<String> ids) implements ItemMatch {}

    /** Several active items. */
    record Several(List<String> ids) implements ItemMatch {}

    /** The item's id, if there is exactly one. */
    default Optional<String> item() {
        return this instanceof One one ? Optional.of(one.id()) : Optional.empty();
    }

    /** The active items that have the SKU, with one that is known to have it: the one alone, or several. */
    default ItemMatch besides(String id) {
        Set<String> ids =
                new TreeSet<>(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()));
        ids.add(id);
        item().ifPresent(ids::add);
        if (this instanceof Several several) {
            ids.addAll(several.ids());
        }
        return ids.size() == 1 ? new One(id) : new Several(List.copyOf(ids));
    }

    /** Why the SKU cannot be used at a place, if it cannot. */
    default Optional<Violation> violation(String place, String sku, String field) {
        if (this instanceof None) {
            return Optional.of(new Violation(
                    ErrorCode.SKU_UNKNOWN,
                    place,
                    "no item has " + field + " " + sku + ", or the role does not see it"));
        } else if (this instanceof Inactive inactive) {
            return Optional.of(new Violation(
                    ErrorCode.SKU_INACTIVE,
                    place,
                    "the item with " + field + " " + sku + " is inactive: item " + String.join(", ", inactive.ids())));
        } else if (this instanceof Several several) {
            return Optional.of(new Violation(
                    ErrorCode.SKU_AMBIGUOUS,
                    place,
                    "several items have " + field + " " + sku + ": items " + String.join(" and ", several.ids())));
        }
        return Optional.empty();
    }
}
