package dev.drayage.quota;

import dev.drayage.call.CallContext;
import java.util.List;

/** Grants everything at once. Thread-safe. */
final class UnlimitedBudget implements QuotaBudget {

    @Override
    public QuotaPermit acquire(String operation, int cost, CallContext call) {
        call.check();
        return new QuotaPermit() {
            @Override
            public void settle(QuotaObservation seen) {}

            @Override
            public void close() {}
        };
    }

    @Override
    public List<QuotaUse> use() {
        return List.of();
    }
}
