package dev.drayage.model;

/** What a sum in a payout is for, as far as books are concerned. */
public enum PostingCategory {
    /** What the channel or its payment service keeps for itself. */
    FEE,
    /** Money that a bank took back or gave back in a dispute. */
    DISPUTE,
    /** Money held back for later, or released. */
    RESERVE,
    /** A correction. */
    ADJUSTMENT,
    /** An earlier payout that failed and is paid out again. */
    RETRIED_PAYOUT,
    /** An advance, or its repayment. */
    ADVANCE,
    /** Where a payout that takes money waits between the bank and what it settles. */
    PAYOUT_CLEARING,
    /** Anything that is not known. */
    OTHER
}
