package dev.drayage.testing.quota;

import dev.drayage.quota.QuotaObservation;
import java.util.random.RandomGenerator;

/** How a vendor counts. Written from the vendor's documents, not from the budget. */
public interface VendorLimit {

    /** A request arrives; what the vendor answers about the quota. */
    QuotaObservation arrive(double requested, double actual, double now);

    /** A request of another client arrives; whether it was taken. */
    boolean arriveFromOther(double cost, double now);

    /** Units that were there to be had until {@code now}, for all clients. */
    double offered(double now);

    /** A bucket that tells its rate in a header, except on refusals and sometimes not at all (Amazon). */
    final class Amazon implements VendorLimit {
        private final double rate;
        private final double burst;
        private final boolean tellsRate;
        private final RandomGenerator random;
        private double level;
        private double at;

        /** A full bucket. */
        public Amazon(double rate, double burst, boolean tellsRate, RandomGenerator random) {
            this.rate = rate;
            this.burst = burst;
            this.tellsRate = tellsRate;
            this.random = random;
            level = burst;
        }

        private boolean takes(double now) {
            level = Math.min(burst, level + (now - at) * rate);
            at = now;
            if (level < 1) {
                return false;
            }
            level -= 1;
            return true;
        }

        @Override
        public QuotaObservation arrive(double requested, double actual, double now) {
            if (!takes(now)) {
                return QuotaObservation.refused();
            }
            QuotaObservation seen = QuotaObservation.accepted();
            return tellsRate && random.nextInt(10) > 0 ? seen.withRate(rate) : seen;
        }

        @Override
        public boolean arriveFromOther(double cost, double now) {
            level = Math.min(burst, level + (now - at) * rate) - cost;
            at = now;
            return true;
        }

        @Override
        public double offered(double now) {
            return burst + rate * now;
        }
    }

    /** Points: the requested cost must fit, the difference to the actual one comes back; each answer tells the bucket. */
    final class Shopify implements VendorLimit {
        private final double rate;
        private final double size;
        private double level;
        private double at;

        /** A full bucket. */
        public Shopify(double rate, double size) {
            this.rate = rate;
            this.size = size;
            level = size;
        }

        private void refill(double now) {
            level = Math.min(size, level + (now - at) * rate);
            at = now;
        }

        @Override
        public QuotaObservation arrive(double requested, double actual, double now) {
            refill(now);
            boolean fits = requested <= level;
            level -= fits ? actual : 0;
            QuotaObservation seen = fits
                    ? QuotaObservation.accepted().withCost(actual)
                    : QuotaObservation.refused()
                            .withRetryAfter(java.time.Duration.ofSeconds((long) Math.ceil((requested - level) / rate)));
            return seen.withRate(rate).withCapacity(size).withRemaining(Math.floor(Math.max(0, level)));
        }

        @Override
        public boolean arriveFromOther(double cost, double now) {
            refill(now);
            level -= cost;
            return true;
        }

        @Override
        public double offered(double now) {
            return size + rate * now;
        }
    }

    /** So many in each fixed minute; each answer tells limit, remainder and whole seconds to the next minute (ShipStation). */
    final class ShipStation implements VendorLimit {
        private final int limit;
        private final double offset;
        private long minute = -1;
        private int used;

        /** A key whose minutes begin {@code offset} seconds before the clock's. */
        public ShipStation(int limit, double offset) {
            this.limit = limit;
            this.offset = offset;
        }

        private boolean takes(double now) {
            long current = (long) Math.floor((now + offset) / 60);
            if (current != minute) {
                minute = current;
                used = 0;
            }
            if (used >= limit) {
                return false;
            }
            used++;
            return true;
        }

        @Override
        public QuotaObservation arrive(double requested, double actual, double now) {
            boolean taken = takes(now);
            double left = 60 - (now + offset) % 60;
            return (taken ? QuotaObservation.accepted() : QuotaObservation.refused())
                    .withCapacity(limit)
                    .withRemaining(limit - used)
                    .withResetAfter(java.time.Duration.ofSeconds((long) left + 1));
        }

        @Override
        public boolean arriveFromOther(double cost, double now) {
            return takes(now);
        }

        @Override
        public double offered(double now) {
            return limit * (Math.floor((now + offset) / 60) + 1);
        }
    }
}
