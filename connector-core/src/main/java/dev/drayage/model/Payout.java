package dev.drayage.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** Money that a channel pays out, or takes, with every sum that it is made of. */
@Value.Immutable
@ModelStyle
public interface Payout extends CommerceRecord {
    /** When it was issued, in UTC. */
    Instant issuedAt();

    /** How far it is. */
    Status status();

    /** What reaches the bank account; negative if the channel takes money. */
    Money net();

    /** Every sum, in the channel's order. */
    List<PayoutEntry> entries();

    /** The channel's trace that the bank statement shows, if it tells. */
    Optional<String> trace();

    /** The means of payment of the payments that it is made of, in the channel's words, such as {@code shopify_payments}. */
    String paymentMethod();

    /** Which channel. */
    SalesChannel channel();

    /** How far a payout is. */
    enum Status {
        /** On its way. */
        SCHEDULED,
        /** At the bank. */
        PAID,
        /** Refused by the bank; its money comes with a later one. */
        FAILED,
        /** Called off. */
        CANCELLED,
        /** Not known. */
        UNKNOWN
    }

    /** Typed extras of the payout. */
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
    final class Builder extends ImmutablePayout.Builder {
        Builder() {}
    }
}
