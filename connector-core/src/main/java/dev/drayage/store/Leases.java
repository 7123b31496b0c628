package dev.drayage.store;

import java.time.Duration;
import java.util.Optional;

/**
 * Who may write in a domain. Time is the store's own clock, never a node's; every change of owner raises the epoch
 * (guarantee G8). Thread-safe.
 */
public interface Leases {
    /**
     * Takes the domain if it is free, if its lease ran out, or if the same owner held it before it was restarted; losing the
     * race is empty, not an error. The epoch rises each time, so what the owner was before can write no more.
     */
    Optional<Lease> acquire(String domain, String owner, Duration ttl);

    /** Makes a lease that is still the newest last longer; empty if it is not. */
    Optional<Lease> renew(Lease lease, Duration ttl);

    /** Gives a lease back; does nothing if it is not the newest any more. */
    void release(Lease lease);
}
