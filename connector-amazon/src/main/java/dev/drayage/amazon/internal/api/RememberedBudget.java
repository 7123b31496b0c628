package dev.drayage.amazon.internal.api;

import dev.drayage.call.CallContext;
import dev.drayage.quota.QuotaBudget;
import dev.drayage.quota.QuotaPermit;
import dev.drayage.quota.QuotaState;
import dev.drayage.quota.QuotaUse;
import dev.drayage.spi.ConnectorState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A budget whose slow buckets survive a restart: the level is written down with each permit, before the call is sent, so
 * that a process that crashes in a loop cannot burn the burst of {@code searchOrders} (20 calls an hour) again and again.
 * Thread-safe.
 */
final class RememberedBudget implements QuotaBudget {
    private static final String KEY = "quota.";

    private final QuotaBudget budget;
    private final ConnectorState state;
    private boolean remembered;

    /** A budget that remembers its levels when the first permit is asked for; opening an account needs no store. */
    RememberedBudget(QuotaBudget budget, ConnectorState state) {
        this.budget = budget;
        this.state = state;
    }

    private synchronized void remember() {
        if (!remembered) {
            Map<String, String> levels = new LinkedHashMap<>();
            state.all(KEY).forEach((key, level) -> levels.put(key.substring(KEY.length()), level));
            budget.restore(new QuotaState(levels));
            remembered = true;
        }
    }

    @Override
    public QuotaPermit acquire(String operation, int cost, CallContext call) {
        remember();
        QuotaPermit permit = budget.acquire(operation, cost, call);
        boolean kept = false;
        try {
            String level = budget.state().values().get(operation);
            if (level != null) {
                state.put(KEY + operation, level);
            }
            kept = true;
            return permit;
        } finally {
            if (!kept) {
                permit.close();
            }
        }
    }

    @Override
    public List<QuotaUse> use() {
        return budget.use();
    }

    @Override
    public QuotaState state() {
        return budget.state();
    }

    @Override
    public void restore(QuotaState saved) {
        budget.restore(saved);
    }
}
