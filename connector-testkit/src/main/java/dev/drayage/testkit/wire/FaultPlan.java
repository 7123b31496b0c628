package dev.drayage.testkit.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Predicate;

/**
 * Which requests meet which fault. Rules are tried in the order they were added; a rule is used up after the number of
 * times it was given. Thread-safe.
 */
public final class FaultPlan {
    private final List<Rule> rules = new ArrayList<>();

    /** The next {@code times} requests that match meet {@code fault}. */
    public synchronized FaultPlan next(int times, Fault fault, Predicate<WireRequest> matching) {
        rules.add(new Rule(matching, fault, times, 1, new SplittableRandom(0)));
        return this;
    }

    /** A share of all matching requests, drawn from {@code seed}, meets {@code fault}, until {@link #clear()}. */
    public synchronized FaultPlan share(double share, long seed, Fault fault, Predicate<WireRequest> matching) {
        rules.add(new Rule(matching, fault, Integer.MAX_VALUE, share, new SplittableRandom(seed)));
        return this;
    }

    /** From now on nothing goes wrong. */
    public synchronized void clear() {
        rules.clear();
    }

    /** The fault that this request meets, if any; asking uses it up. */
    public synchronized Optional<Fault> take(WireRequest request) {
        for (Rule rule : rules) {
            if (rule.left > 0 && rule.matching.test(request) && rule.random.nextDouble() < rule.share) {
                rule.left--;
                return Optional.of(rule.fault);
            }
        }
        return Optional.empty();
    }

    private static final class Rule {
        private final Predicate<WireRequest> matching;
        private final Fault fault;
        private final double share;
        private final SplittableRandom random;
        private int left;

        Rule(Predicate<WireRequest> matching, Fault fault, int left, double share, SplittableRandom random) {
            this.matching = matching;
            this.fault = fault;
            this.left = left;
            this.share = share;
            this.random = random;
        }
    }
}
