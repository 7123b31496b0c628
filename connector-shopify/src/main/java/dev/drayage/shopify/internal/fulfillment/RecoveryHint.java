package dev.drayage.shopify.internal.fulfillment;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is stored with the intent to tell or take back a parcel, so that it can be looked for without its source: nothing of a
 * buyer.
 *
 * @param order number of Shopify's order
 * @param contentDigest digest of tracking numbers and units; a dash where a parcel is taken back
 * @param trackingDigest digest of company and tracking numbers; a dash where a parcel is taken back
 * @param others numbers of fulfillments that are known to be other parcels
 */
record RecoveryHint(String order, String contentDigest, String trackingDigest, Set<String> others) {
    private static final int MOST_OTHERS = 40;
    private static final String NONE = "-";

    RecoveryHint {
        others = Set.copyOf(others);
    }

    static RecoveryHint of(Parcel parcel, Set<String> others) {
        return new RecoveryHint(
                parcel.order(), parcel.contentDigest(), parcel.tracking().digest(), others);
    }

    static RecoveryHint takingBack(String order) {
        return new RecoveryHint(order, NONE, NONE, Set.of());
    }

    /** Reads what {@link #toString()} writes. */
    static Optional<RecoveryHint> parse(String text) {
        String[] parts = text.split(" ", -1);
        if (parts.length != 4) {
            return Optional.empty();
        }
        List<String> others = parts[3].equals(NONE) ? List.of() : Arrays.asList(parts[3].split(",", -1));
        return Optional.of(new RecoveryHint(parts[0], parts[1], parts[2], Set.copyOf(others)));
    }

    @Override
    public String toString() {
        List<String> told = new TreeSet<>(others).stream().limit(MOST_OTHERS).toList();
        return order + " " + contentDigest + " " + trackingDigest + " "
                + (told.isEmpty() ? NONE : String.join(",", told));
    }
}
