package dev.drayage.simulation;

/** What can go wrong, or odd, in a seed. */
enum Fault {
    /** An account refuses for now. */
    THROTTLING(0.05),
    /** An account cannot be reached for some minutes. */
    OUTAGES(0.004),
    /** An account refuses our credentials until somebody renews them. */
    REFUSED_CREDENTIALS(0.006),
    /** A change shows late in windows; fetched by name it shows earlier. */
    LATE_WINDOWS(0.5),
    /** A look at the target shows its writes late. */
    LAGGING_LOOKUPS(0.5),
    /** Clocks of nodes differ. */
    SKEWED_CLOCKS(1),
    /** A process stands still for longer than a lease, at any moment, and goes on. */
    PAUSES(0.003),
    /** A process dies at any moment and is started again, under its name or another. */
    KILLS(0.01),
    /** The host closes an engine in the middle of its runs, and starts another process. */
    CLOSES(0.7),
    /** A write is carried out and its answer lost. */
    LOST_ANSWERS(0.15),
    /** A write is not carried out and nobody says so. */
    TIMEOUTS(0.15),
    /** A write is carried out long after its caller gave up. */
    LATE_WRITES(0.15),
    /** A target answers for some of a batch only, or takes a part of it. */
    PARTIAL_ANSWERS(0.15),
    /** A target takes a write and works on it for a while; it may refuse it in the end. */
    PENDING(0.3),
    /** A call takes minutes. */
    SLOW_CALLS(0.03),
    /** The store refuses a commit. */
    FAILING_COMMITS(0.03),
    /** The store takes a commit and does not say so. */
    UNANSWERED_COMMITS(0.03),
    /** The store cannot be read, or gives no lease. */
    FAILING_READS(0.01),
    /** A page comes again. */
    REPEATED_PAGES(0.2),
    /** A page is empty and names a next one. */
    EMPTY_PAGES(0.2),
    /** A page is in no order. */
    SHUFFLED_PAGES(0.5),
    /** A cursor is good no more. */
    EXPIRED_CURSORS(0.1),
    /** Many changes have one and the same time. */
    EQUAL_TIMES(1),
    /** Records that cannot be read, have odd states or SKUs that the ERP does not know; some are put right. */
    BAD_RECORDS(0.3),
    /** The store is lost and replaced by an empty one. */
    EMPTIED_STORE(1),
    /** Records are deleted at their source. */
    DELETIONS(0.5),
    /** Hints come twice, and before the record can be seen. */
    HINTS(0.4),
    /** People pause, seek, reset, retry, park, dismiss, push, backfill, plan. */
    OPERATORS(1),
    /** Runs are cancelled. */
    CANCELS(0.15),
    /** Runs may take a few records only. */
    SMALL_BUDGETS(0.5);

    /** How likely it strikes where it can, in a seed that has it; halved and doubled by the seed. */
    final double rate;

    Fault(double rate) {
        this.rate = rate;
    }
}
