package dev.drayage.testing.quota;

import dev.drayage.call.CallContext;
import dev.drayage.call.Cancellation;
import dev.drayage.call.Priority;
import dev.drayage.error.ThrottledException;
import dev.drayage.quota.QuotaBudget;
import dev.drayage.quota.QuotaObservation;
import dev.drayage.quota.QuotaPermit;
import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Workers with an endless backlog against a vendor's limit, with latency, and for the middle third of the time another
 * client that takes a share. Counts on the vendor's side.
 */
public final class Traffic {
    private final SimulatedTime time;
    private final QuotaBudget budget;
    private final VendorLimit vendor;
    private final RandomGenerator random;
    private final String operation;
    private int idle;
    private long sent;
    private long refused;
    private double used;
    private double usedByOther;

    /** Workers that draw on {@code budget} for one operation. */
    public Traffic(
            SimulatedTime time,
            QuotaBudget budget,
            VendorLimit vendor,
            String operation,
            int workers,
            RandomGenerator random) {
        this.time = time;
        this.budget = budget;
        this.vendor = vendor;
        this.operation = operation;
        this.random = random;
        idle = workers;
    }

    /** Another client that sends {@code perSecond} requests of {@code cost} from one time to another; it always gets in. */
    public Traffic withOther(Pace pace, double perSecond, double cost, double from, double to) {
        time.in(from, () -> other(pace, perSecond, cost, to));
        return this;
    }

    /** How another client spaces its requests. */
    public enum Pace {
        /** Evenly, as a client that keeps to a rate. */
        EVEN,
        /** By chance, in clusters. */
        RANDOM
    }

    private void other(Pace pace, double perSecond, double cost, double to) {
        if (time.seconds() < to) {
            usedByOther += vendor.arriveFromOther(cost, time.seconds()) ? cost : 0;
            double gap = pace == Pace.EVEN ? 0.7 + 0.6 * random.nextDouble() : -Math.log(1 - random.nextDouble());
            time.in(gap / perSecond, () -> other(pace, perSecond, cost, to));
        }
    }

    /** Requests of {@code requested} units that take {@code actual}, until {@code seconds} of the clock have passed; then nobody asks any more. */
    public Figures run(double seconds, int requested, int actual) {
        Duration left = Duration.ofNanos((long) ((seconds - time.seconds()) * 1e9));
        CallContext call = CallContext.within(left, time, new Cancellation(), Priority.ORDERS);
        double usedAtStart = used;
        while (time.seconds() < seconds) {
            if (idle == 0) {
                time.runNext();
                continue;
            }
            try {
                send(budget.acquire(operation, requested, call), requested, actual);
            } catch (ThrottledException e) {
                break;
            }
        }
        time.sleep(Duration.ofNanos((long) (Math.max(0, seconds - time.seconds()) * 1e9)));
        return new Figures(vendor.offered(seconds) - usedByOther, used - usedAtStart, sent, refused);
    }

    private void send(QuotaPermit permit, int requested, int actual) {
        idle--;
        sent++;
        double there = 0.02 + 0.08 * random.nextDouble();
        double back = 0.08 + 0.2 * random.nextDouble();
        time.in(there, () -> {
            QuotaObservation seen = vendor.arrive(requested, actual, time.seconds());
            if (seen.outcome() == QuotaObservation.Outcome.REFUSED) {
                refused++;
            } else {
                used += actual;
            }
            time.in(back, () -> {
                permit.settle(seen);
                permit.close();
                idle++;
            });
        });
    }
}
