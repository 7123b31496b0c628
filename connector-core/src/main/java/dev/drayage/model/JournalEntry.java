package dev.drayage.model;

import java.time.Instant;
import java.util.Currency;
import java.util.List;
import org.immutables.value.Value;

/** Sums between accounts of the books, in one currency; they cancel each other out. */
@Value.Immutable
@ModelStyle
public interface JournalEntry extends CommerceRecord {
    /** When it is dated, in UTC. */
    Instant postedAt();

    /** Currency of every sum. */
    Currency currency();

    /** The sums: what is above zero is debited to its account, what is below credited. */
    List<Line> lines();

    /** What people read on it. */
    String memo();

    /** Which channel it is about. */
    SalesChannel channel();

    /**
     * A sum against one account.
     *
     * @param account which account
     * @param amount debited if above zero, credited if below
     * @param memo what people read beside it
     */
    record Line(AccountName account, Money amount, String memo) {}

    /**
     * An account, named by what it is for: the channel's bank account, the one where payouts that take money wait, or that of a
     * posting.
     *
     * @param kind what it is for
     * @param category what the posting is for; {@link PostingCategory#OTHER} unless the kind is a posting
     * @param type what the posting is in the channel's words; empty unless the kind is a posting
     */
    record AccountName(Kind kind, PostingCategory category, String type) {
        /** What an account is for. */
        public enum Kind {
            /** The bank account that the channel's payouts reach. */
            BANK,
            /** Where a payout that takes money waits between the bank and what it settles. */
            PAYOUT_CLEARING,
            /** The account of a posting. */
            POSTING
        }

        /** The channel's bank account. */
        public static AccountName bank() {
            return new AccountName(Kind.BANK, PostingCategory.OTHER, "");
        }

        /** Where a payout that takes money waits. */
        public static AccountName payoutClearing() {
            return new AccountName(Kind.PAYOUT_CLEARING, PostingCategory.OTHER, "");
        }
    }

    /** Refuses fewer than two sums, and sums that do not cancel each other out. */
    @Value.Check
    default void check() {
        if (lines().size() < 2) {
            throw new IllegalArgumentException("JournalEntry.lines must be two at least");
        }
        Money sum = Money.zero(currency());
        for (Line line : lines()) {
            sum = sum.plus(line.amount());
        }
        if (!sum.isZero()) {
            throw new IllegalArgumentException("JournalEntry.lines are out of balance by " + sum);
        }
    }

    /** Typed extras of the entry. */
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
    final class Builder extends ImmutableJournalEntry.Builder {
        Builder() {}
    }
}
