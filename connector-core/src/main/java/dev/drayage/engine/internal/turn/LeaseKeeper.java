package dev.drayage.engine.internal.turn;

import dev.drayage.call.TimeSource;
import dev.drayage.store.Lease;
import dev.drayage.store.Leases;
import dev.drayage.store.StaleLeaseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Holds the lease of one domain for as long as a run of this engine needs it, and renews it in time, measured from before it
 * was asked for, by whichever of this process's clocks went further: one stands still while a machine sleeps. Thread-safe; nobody
 * waits while another thread renews.
 */
public final class LeaseKeeper {
    /** A process that needs longer than that for one question to its store, again and again, cannot hold a lease. */
    private static final int TRIES = 3;

    private final Leases leases;
    private final String domain;
    private final String owner;
    private final Duration lasting;
    private final Duration renewedAfter;
    private final TimeSource time;
    private final AtomicReference<@Nullable Held> held = new AtomicReference<>();
    private final AtomicBoolean renewing = new AtomicBoolean();
    private int users;

    /**
     * Holds a domain's lease for this process.
     *
     * @param lasting how long a lease lasts; it is renewed when a third of that is over
     */
    public LeaseKeeper(Leases leases, String domain, String owner, Duration lasting, TimeSource time) {
        this.leases = leases;
        this.domain = domain;
        this.owner = owner;
        this.lasting = lasting;
        this.renewedAfter = lasting.dividedBy(3);
        this.time = time;
    }

    private record Held(Lease lease, Asked asked) {}

    private record Asked(long nanos, Instant instant) {
        static Asked now(TimeSource time) {
            return new Asked(time.nanoTime(), time.instant());
        }

        Duration age(TimeSource time) {
            Duration steady = Duration.ofNanos(time.nanoTime() - nanos);
            Duration wall = Duration.between(instant, time.instant());
            return steady.compareTo(wall) > 0 ? steady : wall;
        }
    }

    /** Takes part in the lease; false if another process holds it. */
    public synchronized boolean enter() {
        if (users == 0) {
            Asked asked = Asked.now(time);
            Optional<Lease> got = leases.acquire(domain, owner, lasting);
            if (got.isEmpty()) {
                return false;
            }
            held.set(new Held(got.get(), asked));
        }
        users++;
        return true;
    }

    /**
     * The newest lease, renewed if a third of its time is over.
     *
     * @throws StaleLeaseException if another process holds the domain by now
     */
    public Lease current() {
        Held now = held();
        Duration age = now.asked().age(time);
        if (age.compareTo(renewedAfter) <= 0) {
            return now.lease();
        }
        boolean mine = renewing.compareAndSet(false, true);
        if (!mine && age.compareTo(lasting.minus(renewedAfter)) <= 0) {
            return now.lease(); // good for a while, and another thread renews it
        }
        try {
            return renewed(now.lease());
        } finally {
            if (mine) {
                renewing.set(false);
            }
        }
    }

    private Lease renewed(Lease lease) {
        for (int i = 0; i < TRIES; i++) {
            Asked asked = Asked.now(time);
            Lease longer = leases.renew(lease, lasting).orElseThrow(() -> new StaleLeaseException(lease));
            if (asked.age(time).compareTo(renewedAfter) <= 0) {
                held.set(new Held(longer, asked));
                return longer;
            }
        }
        throw new StaleLeaseException(lease);
    }

    /** Gives the lease back when the last run of this engine leaves. */
    public synchronized void leave() {
        users--;
        if (users == 0) {
            leases.release(held().lease());
            held.set(null);
        }
    }

    private Held held() {
        Held now = held.get();
        if (now == null) {
            throw new IllegalStateException("no run holds the lease of " + domain);
        }
        return now;
    }
}
