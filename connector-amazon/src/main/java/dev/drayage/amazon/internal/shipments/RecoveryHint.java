package dev.drayage.amazon.internal.shipments;

import java.util.Optional;

/**
 * What is stored with the intent to confirm a package, so that it can be looked for without its source: nothing of a buyer.
 *
 * @param orderId Amazon's order id
 * @param contentDigest digest of tracking number and units
 */
record RecoveryHint(String orderId, String contentDigest) {

    /** Reads what {@link #toString()} writes. */
    static Optional<RecoveryHint> parse(String text) {
        int blank = text.indexOf(' ');
        return blank < 1 || blank == text.length() - 1
                ? Optional.empty()
                : Optional.of(new RecoveryHint(text.substring(0, blank), text.substring(blank + 1)));
    }

    @Override
    public String toString() {
        return orderId + " " + contentDigest;
    }
}
