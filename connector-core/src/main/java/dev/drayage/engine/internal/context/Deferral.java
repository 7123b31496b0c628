package dev.drayage.engine.internal.context;

import dev.drayage.engine.SyncPolicy;
import dev.drayage.store.RecordEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** When a deferred record is looked at again: each look that was in vain doubles the wait, up to a limit. */
public final class Deferral {
    private Deferral() {}

    public static Instant next(SyncPolicy policy, Optional<RecordEntry> before, String revision, Instant now) {
        int attempts = before.filter(entry -> entry.revision().equals(revision))
                .map(RecordEntry::attempts)
                .orElse(0);
        Duration wait = policy.deferral().multipliedBy(1L << Math.min(attempts, 20));
        return now.plus(wait.compareTo(policy.maxDeferral()) < 0 ? wait : policy.maxDeferral());
    }
}
