package dev.drayage.engine.internal;

import dev.drayage.call.TimeSource;
import dev.drayage.store.Lease;
import dev.drayage.store.Leases;
import dev.drayage.store.StaleLeaseException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Holds the lease of one domain for as long as a run of this engine needs it, and renews it in time, measured from before it
 * was asked for. Thread-safe.
 */
final class LeaseKeeper {
    private static final Duration TTL = Duration.ofMinutes(2);

    private final Leases leases;
    private final String domain;
    private final String owner;
    private final TimeSource time;
    private @Nullable Lease lease;
    private long askedAt;
    private int users;

    LeaseKeeper(Leases leases, String domain, String owner, TimeSource time) {
        this.leases = leases;
        this.domain = domain;
        this.owner = owner;
        this.time = time;
    }

    /** Takes part in the lease; false if another process holds it. */
    synchronized boolean enter() {
        if (users == 0) {
            askedAt = time.nanoTime();
            Optional<Lease> got = leases.acquire(domain, owner, TTL);
            if (got.isEmpty()) {
                return false;
            }
            lease = got.get();
        }
        users++;
        return true;
    }

    /** The newest lease, renewed if a third of its time is over. */
    synchronized Lease current() {
        Lease held = lease;
        if (held == null) {
            throw new IllegalStateException("no run holds the lease of " + domain);
        }
        long now = time.nanoTime();
        if (now - askedAt > TTL.dividedBy(3).toNanos()) {
            held = leases.renew(held, TTL).orElseThrow(() -> new StaleLeaseException(lastKnown()));
            lease = held;
            askedAt = now;
        }
        return held;
    }

    /** Gives the lease back when the last run of this engine leaves. */
    synchronized void leave() {
        users--;
        if (users == 0 && lease != null) {
            leases.release(lease);
            lease = null;
        }
    }

    private Lease lastKnown() {
        Lease held = lease;
        if (held == null) {
            throw new IllegalStateException("no run holds the lease of " + domain);
        }
        return held;
    }
}
