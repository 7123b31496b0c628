package dev.drayage.netsuite.internal.item;

import dev.drayage.call.CallContext;
import dev.drayage.error.AuthorisationException;
import dev.drayage.error.ErrorCode;
import dev.drayage.netsuite.internal.suiteql.SuiteQl;
import dev.drayage.netsuite.internal.suiteql.SuiteQlClient;
import java.util.List;

/**
 * Whether the role sees items at all: without the permission, queries answer no rows instead of an error. One permission
 * covers items of every kind, so any item will do. Thread-safe.
 */
public final class VisibleItems {
    private final SuiteQlClient queries;
    private final SuiteQl any = SuiteQl.of(VisibleItems.class, "any-item");

    /** Items that {@code queries} answer. */
    public VisibleItems(SuiteQlClient queries) {
        this.queries = queries;
    }

    /** Whether there is any that the role sees. */
    public boolean any(CallContext call) {
        return !queries.rows(any, List.of(), call).isEmpty();
    }

    /**
     * Lets an answer without rows pass only if the role sees items.
     *
     * @throws AuthorisationException if it sees none
     */
    public void require(CallContext call) {
        if (!any(call)) {
            throw new AuthorisationException(
                    ErrorCode.PERMISSION_MISSING, "the role sees no item: grant LIST_ITEM (Items), or create items");
        }
    }
}
