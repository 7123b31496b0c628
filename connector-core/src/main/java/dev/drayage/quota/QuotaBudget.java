package dev.drayage.quota;

import dev.drayage.call.CallContext;
import dev.drayage.error.CancelledException;
import dev.drayage.error.ThrottledException;
import dev.drayage.error.UnavailableException;
import java.util.List;

/**
 * What one account may still ask of a vendor. Every call takes a permit first and tells it afterwards what the answer
 * said, so that the budget follows the vendor's real limit. One budget per quota domain of the vendor (a NetSuite
 * account, a Shopify shop and app, a seller and application), shared by everything that calls it. Implementations are
 * thread-safe.
 */
public interface QuotaBudget {

    /**
     * Waits until the call may be sent. The most urgent caller goes first; every eighth permit goes to the one that
     * has waited longest, so nothing starves.
     *
     * @param operation the vendor's name of the operation, as in the plan
     * @param cost units that the call takes; 1 where calls are counted, points where a query is priced
     * @param call deadline, cancellation and priority
     * @return to be settled with what the answer said, and closed in any case
     * @throws ThrottledException if the permit cannot be had before the deadline; nothing was taken
     * @throws UnavailableException if the deadline had passed already
     * @throws CancelledException if the host asked to stop
     */
    QuotaPermit acquire(String operation, int cost, CallContext call);

    /** What was offered, used and refused since this budget was made, one entry for each bucket that was used. */
    List<QuotaUse> use();

    /** A budget that grants everything, for services without a quota. */
    static QuotaBudget unlimited() {
        return new UnlimitedBudget();
    }
}
