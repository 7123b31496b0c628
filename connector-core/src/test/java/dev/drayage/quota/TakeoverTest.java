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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Three processes take turns with one account that tells them nothing of what is left, each with an endless backlog. A turn
 * ends at a random moment; half of the processes are killed then and start anew, the others keep what they remember. In total
 * they keep to the quota and use it.
 */
class TakeoverTest {
    private static final long SEED = Long.getLong("drayage.seed", 20261121L);
    private static final int TURNS = 100;

    private final RandomGenerator random = new Random(SEED);
    private final SimulatedTime time = new SimulatedTime();
    private final Map<String, String> levels = new HashMap<>();

    private final QuotaMemory memory = new QuotaMemory() {
        @Override
        public Optional<String> read(String bucket) {
            return Optional.ofNullable(levels.get(bucket));
        }

        @Override
        public boolean replace(String bucket, Optional<String> expected, String level) {
            boolean mine = read(bucket).equals(expected);
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
        QuotaPlan plan =
                QuotaPlan.byOperation().operation(operation, rate, burst).build();
        List<RateBudget> processes = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            processes.add(new RateBudget(plan, time, memory));
        }
        double turn = Math.max(120, 20 / rate);
        for (int i = 0; i < TURNS; i++) {
            int who = random.nextInt(processes.size());
            double until = time.seconds() + turn * (0.2 + 1.6 * random.nextDouble());
            new Traffic(time, processes.get(who), vendor, operation, workers, random).run(until, 1, 1);
            if (random.nextBoolean()) {
                processes.set(who, new RateBudget(plan, time, memory));
            }
        }
        double end = time.seconds();
        while (!time.isQuiet()) {
            time.runNext();
        }
        double share = vendor.taken / vendor.offered(end);
        String figures = String.format(
                Locale.ROOT,
                "%s: used %.2f %%, refused %d of %d",
                operation,
                100 * share,
                vendor.refused,
                vendor.taken + vendor.refused);
        System.out.println("seed " + SEED + "  " + figures);
        assertThat(vendor.refused).as(figures).isZero();
        assertThat(share).as(figures).isGreaterThanOrEqualTo(0.98);
    }
}
