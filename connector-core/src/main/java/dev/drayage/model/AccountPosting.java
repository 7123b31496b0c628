package dev.drayage.model;

/**
 * A sum against one account of the books, which is named by what the sum is for.
 *
 * @param category what it is for
 * @param type what it is in the channel's words; an account may be chosen by it
 * @param amount what it adds to the bank account: a fee is negative
 * @param memo what people read beside it
 */
public record AccountPosting(PostingCategory category, String type, Money amount, String memo) {
    /** A sum against the account on which payouts that take money wait. */
    public static AccountPosting clearing(Money amount, String memo) {
        return new AccountPosting(PostingCategory.PAYOUT_CLEARING, "", amount, memo);
    }
}
