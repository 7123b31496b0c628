package dev.drayage.model;

import java.time.Instant;
import java.util.List;
import org.immutables.value.Value;

/** Money that reached the bank in one sum, and what it was made of. */
@Value.Immutable
@ModelStyle
public interface BankDeposit extends CommerceRecord {
    /** When it was issued, in UTC. */
    Instant issuedAt();

    /** What reached the bank, never negative. */
    Money total();

    /** The payments and refunds that it settles. */
    List<DepositedPayment> payments();

    /** Everything else in it. */
    List<AccountPosting> postings();

    /** The number by which people know it. */
    String number();

    /** The means of payment of the payments that it settles, in the channel's words, such as {@code shopify_payments}. */
    String paymentMethod();

    /** Which channel paid it. */
    SalesChannel channel();

    /** Refuses a sum below zero and parts that do not come to it. */
    @Value.Check
    default void check() {
        if (total().signum() < 0) {
            throw new IllegalArgumentException("BankDeposit.total must not be below zero");
        }
        Money sum = Money.zero(total().currency());
        for (DepositedPayment payment : payments()) {
            sum = sum.plus(payment.amount());
        }
        for (AccountPosting posting : postings()) {
            sum = sum.plus(posting.amount());
        }
        if (sum.compareTo(total()) != 0) {
            throw new IllegalArgumentException("BankDeposit's parts come to " + sum + ", not to its total " + total());
        }
    }

    /** Typed extras of the deposit. */
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
    final class Builder extends ImmutableBankDeposit.Builder {
        Builder() {}
    }
}
