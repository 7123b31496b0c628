package dev.drayage.quota;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.testing.quota.SimulatedTime;
import dev.drayage.testing.quota.Traffic;
import dev.drayage.testing.quota.VendorLimit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Three processes take turns with one account that tells them nothing of what is left, each with an endless backlog. A turn
 * ends at a random moment; half of the processes are killed then and start anew, the others keep what they remember. In total
 * they keep to the quota and use it.
 */
class TakeoverTest {
    private static final long SEED = Long.getLong("drayage.seed", 20261121L);

    private final RandomGenerator random = new Random(SEED);
    private final SimulatedTime time = new SimulatedTime();
    private final Map<String, String> levels = new HashMap<>();
    private long writes;

    private final QuotaMemory memory = new QuotaMemory() {
        @Override
        public Optional<String> read(String bucket) {
            return Optional.ofNullable(levels.get(bucket));
        }

        @Override
        public boolean replace(String bucket, Optional<String> expected, String level) {
            boolean mine = read(bucket).equals(expected);
            writes++;
            if (mine) {
                levels.put(bucket, level);
            }
            return mine;
        }
    };

    /** What the vendor saw of all processes together. */
    private static final class Seen implements VendorLimit {
        private final VendorLimit limit;
        private long taken;
        private long refused;

        Seen(VendorLimit limit) {
            this.limit = limit;
        }

        String figures(String operation) {
            return String.format(Locale.ROOT, "%s: refused %d of %d", operation, refused, taken + refused);
        }

        @Override
        public QuotaObservation arrive(double requested, double actual, double now) {
            QuotaObservation seen = limit.arrive(requested, actual, now);
            if (seen.outcome() == QuotaObservation.Outcome.REFUSED) {
                refused++;
            } else {
                taken++;
            }
            return seen;
        }

        @Override
        public boolean arriveFromOther(double cost, double now) {
            return limit.arriveFromOther(cost, now);
        }

        @Override
        public double offered(double now) {
            return limit.offered(now);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            searchOrders          | 0.0056 | 20  | 2
            getOrder              | 0.5    | 30  | 8
            confirmShipment       | 2      | 10  | 8
            patchListingsItem     | 5      | 5   | 8
            putListingsItem       | 5      | 10  | 8
            getInventorySummaries | 2      | 2   | 8
            purchaseShipment      | 80     | 100 | 32
            """)
    void who_takes_over_keeps_to_what_the_one_before_left(String operation, double rate, double burst, int workers) {
        Seen vendor = new Seen(new VendorLimit.Amazon(rate, burst, true, random));
        takeTurns(100, Math.max(120, 20 / rate), operation, rate, burst, workers, vendor);
        double end = time.seconds();
        arriveAll();
        double share = vendor.taken / vendor.offered(end);
        String figures = vendor.figures(operation) + String.format(Locale.ROOT, ", used %.2f %%", 100 * share);
        System.out.println("seed " + SEED + "  " + figures);
        assertThat(vendor.refused).as(figures).isZero();
        assertThat(share).as(figures).isGreaterThanOrEqualTo(0.98);
    }

    /**
     * Turns so short that a process has spent its burst before the first answer tells it the vendor's rate, as a run of few records
     * is: what it wrote refills as slowly as it was planned, what it holds from then on as fast as the vendor says.
     */
    @Test
    void who_learns_a_higher_rate_than_the_plans_notices_what_others_spent() {
        Seen vendor = new Seen(new VendorLimit.Amazon(0.5, 30, true, random));
        takeTurns(800, 20, "getOrder", 0.1, 30, 29, vendor);
        arriveAll();
        System.out.println("seed " + SEED + "  " + vendor.figures("getOrder"));
        assertThat(vendor.refused).as(vendor.figures("getOrder")).isZero();
        assertThat(vendor.taken).isGreaterThan(2_000);
    }

    @Test
    void a_rate_that_creeps_upwards_is_not_written_at_every_call() {
        Seen vendor = new Seen(new VendorLimit.Amazon(40, 50, false, random));
        QuotaPlan plan = QuotaPlan.byOperation().operation("getOrder", 80, 50).build();
        new Traffic(time, new RateBudget(plan, time, memory), vendor, "getOrder", 32, random).run(600, 1, 1);
        String figures = vendor.figures("getOrder") + ", " + writes + " writes in 600 s";
        System.out.println("seed " + SEED + "  " + figures);
        assertThat(vendor.taken).as(figures).isGreaterThan(20_000);
        assertThat(writes).as(figures).isLessThan(1_000);
    }

    /** Processes that plan with one rate take so many turns of so many seconds on average. */
    private void takeTurns(
            int turns, double seconds, String operation, double planned, double burst, int workers, Seen vendor) {
        QuotaPlan plan =
                QuotaPlan.byOperation().operation(operation, planned, burst).build();
        List<RateBudget> processes = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            processes.add(new RateBudget(plan, time, memory));
        }
        for (int i = 0; i < turns; i++) {
            int who = random.nextInt(processes.size());
            double until = time.seconds() + seconds * (0.2 + 1.6 * random.nextDouble());
            new Traffic(time, processes.get(who), vendor, operation, workers, random).run(until, 1, 1);
            if (random.nextBoolean()) {
                processes.set(who, new RateBudget(plan, time, memory));
            }
        }
    }

    private void arriveAll() {
        while (!time.isQuiet()) {
            time.runNext();
        }
    }
}
