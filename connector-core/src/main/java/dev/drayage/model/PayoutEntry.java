package dev.drayage.model;

import java.util.Optional;
import org.immutables.value.Value;

/** One sum of a payout. */
@Value.Immutable
@ModelStyle
public interface PayoutEntry {
    /** The channel's own id of it. */
    String id();

    /** What it is. */
    Kind kind();

    /** What it is for, of everything that is neither a payment nor a refund. */
    PostingCategory category();

    /** What it is in the channel's words, such as {@code CHARGE}. */
    String type();

    /** The sum before the fee; negative if it lowers the payout. */
    Money amount();

    /** The fee that was kept of it; negative if it was given back. */
    Money fee();

    /** What it adds to the payout. */
    Money net();

    /** The payment or refund that it settles, by the channel's own id. */
    Optional<String> transactionId();

    /** The order that it belongs to, by the channel's own id. */
    Optional<String> orderId();

    /** What a sum is. */
    enum Kind {
        /** A buyer's payment. */
        PAYMENT,
        /** A buyer's money that went back. */
        REFUND,
        /** Anything else: its category says what. */
        POSTING
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds the record; what is mandatory and missing is named when it is built. Not thread-safe. */
    final class Builder extends ImmutablePayoutEntry.Builder {
        Builder() {}
    }
}
