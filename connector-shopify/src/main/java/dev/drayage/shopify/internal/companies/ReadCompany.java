package dev.drayage.shopify.internal.companies;

import dev.drayage.internal.json.JsonValue;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A company with all its places and people, all of one state.
 *
 * @param company the company itself
 * @param locations every location
 * @param contacts every contact
 */
record ReadCompany(JsonValue company, List<JsonValue> locations, List<JsonValue> contacts) {
    ReadCompany {
        locations = List.copyOf(locations);
        contacts = List.copyOf(contacts);
    }

    /** When the company itself last changed. */
    Instant ownChange() {
        return changed(company);
    }

    /** The location that changed last; of several at the same second the one with the greatest id. */
    Optional<JsonValue> latestLocation() {
        return locations.stream()
                .max(Comparator.comparing(ReadCompany::changed).thenComparing(each -> each.requiredText("id")));
    }

    /**
     * When it last changed by the clocks that can be searched: its own and those of its locations. A contact has a clock too, but
     * no list goes by it, so it does not count.
     */
    Instant lastChange() {
        Instant own = ownChange();
        return latestLocation().map(ReadCompany::changed).filter(own::isBefore).orElse(own);
    }

    static Instant changed(JsonValue record) {
        return record.requiredInstant("updatedAt");
    }
}
