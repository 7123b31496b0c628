package dev.drayage.amazon.internal.listings;

import dev.drayage.internal.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What Amazon shows of one SKU in one store. Submitted and in force are two things: a submission comes into force later, and a
 * sale takes units from what is in force alone. Immutable.
 *
 * @param store the store's marketplace id
 * @param channels codes of all channels that it is offered through
 * @param submitted units that were last submitted as the merchant's own; empty if none were
 * @param inForce units of the merchant's own that Amazon sells from now; empty if Amazon shows none
 */
record ListedOffer(String store, Set<String> channels, Optional<Integer> submitted, Optional<Integer> inForce) {
    /** The channel of the merchant's own stock; all others are stock at Amazon. */
    static final String OWN = "DEFAULT";

    ListedOffer {
        channels = Set.copyOf(channels);
    }

    /** Reads a listing as {@code getListingsItem} gives it for one store. */
    static ListedOffer of(String store, JsonValue item) {
        Map<String, Optional<Integer>> submitted = new LinkedHashMap<>();
        for (JsonValue entry : item.at("attributes").elements("fulfillment_availability")) {
            entry.text("fulfillment_channel_code")
                    .ifPresent(code -> submitted.put(code, entry.at("quantity").whole()));
        }
        Map<String, Optional<Integer>> inForce = new LinkedHashMap<>();
        for (JsonValue entry : item.elements("fulfillmentAvailability")) {
            entry.text("fulfillmentChannelCode")
                    .ifPresent(code -> inForce.put(code, entry.at("quantity").whole()));
        }
        Set<String> channels = new LinkedHashSet<>(submitted.keySet());
        channels.addAll(inForce.keySet());
        return new ListedOffer(
                store,
                channels,
                submitted.getOrDefault(OWN, Optional.empty()),
                inForce.getOrDefault(OWN, Optional.empty()));
    }

    /** Whether the merchant's own stock may be told: it is offered already, or nothing is offered yet. */
    boolean takesOwnStock() {
        return channels.isEmpty() || channels.contains(OWN);
    }

    /**
     * Whether nothing is left to tell: the number was submitted, and is in force as far as Amazon shows that. One that was
     * submitted before and of which units were sold since is told again.
     */
    boolean stands(int units) {
        return submitted.equals(Optional.of(units)) && inForce.orElse(units) == units;
    }

    /** What a person reads of it. */
    String text() {
        String told = submitted.map(units -> Integer.toString(units)).orElse("none");
        return inForce.filter(units -> !submitted.equals(Optional.of(units)))
                .map(units -> told + " (" + units + " in force)")
                .orElse(told);
    }
}
