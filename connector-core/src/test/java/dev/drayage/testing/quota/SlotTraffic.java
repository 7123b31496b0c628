package dev.drayage.testing.quota;

import dev.drayage.call.CallContext;
import dev.drayage.call.Cancellation;
import dev.drayage.call.Priority;
import dev.drayage.quota.ConcurrencyBudget;
import dev.drayage.quota.QuotaObservation;
import dev.drayage.quota.QuotaPermit;
import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * An endless backlog against a vendor that counts calls under way, of all clients together, and tells nothing
 * (NetSuite). A call holds its slot at the vendor for half a second to four; the way there and back takes 20 to 60 ms
 * each. Used is what our calls held, the way included, because nobody can use a slot in that time either.
 */
final class SlotTraffic {
    private final SimulatedTime time;
    private final ConcurrencyBudget budget;
    private final int slots;
    private final RandomGenerator random;
    private int running;
    private long sent;
    private long refused;
    private double used;
    private double usedByOther;

    SlotTraffic(SimulatedTime time, ConcurrencyBudget budget, int slots, RandomGenerator random) {
        this.time = time;
        this.budget = budget;
        this.slots = slots;
        this.random = random;
    }

    /** Another client with {@code threads} calls under way all the time, from one time to another. */
    SlotTraffic withOther(int threads, double from, double to) {
        for (int i = 0; i < threads; i++) {
            time.in(from, () -> other(to));
        }
        return this;
    }

    private void other(double to) {
        if (time.seconds() >= to) {
            return;
        }
        if (running >= slots) {
            time.in(0.2, () -> other(to));
            return;
        }
        running++;
        double lasts = 0.5 + 3.5 * random.nextDouble();
        usedByOther += lasts;
        time.in(lasts, () -> {
            running--;
            other(to);
        });
    }

    Figures run(double seconds) {
        CallContext call = CallContext.within(Duration.ofDays(9999), time, new Cancellation(), Priority.ORDERS);
        while (time.seconds() < seconds) {
            Optional<QuotaPermit> permit = budget.acquireNow(call);
            if (permit.isPresent()) {
                send(permit.get());
            } else if (time.isQuiet()) {
                time.sleep(Duration.ofMillis(100));
            } else {
                time.runNext();
            }
        }
        return new Figures(slots * seconds - usedByOther, used, sent, refused);
    }

    private void send(QuotaPermit permit) {
        sent++;
        double there = way();
        double back = way();
        double lasts = 0.5 + 3.5 * random.nextDouble();
        time.in(there, () -> {
            if (running >= slots) {
                refused++;
                time.in(back, () -> end(permit, QuotaObservation.refused()));
                return;
            }
            running++;
            time.in(lasts, () -> {
                running--;
                time.in(back, () -> {
                    used += there + lasts + back;
                    end(permit, QuotaObservation.accepted());
                });
            });
        });
    }

    private double way() {
        return 0.02 + 0.04 * random.nextDouble();
    }

    private static void end(QuotaPermit permit, QuotaObservation seen) {
        permit.settle(seen);
        permit.close();
    }
}
