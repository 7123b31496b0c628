package dev.drayage.simulation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Plays many seeds, as many at a time as the machine has processors; each is a simulation of its own. A seed that cannot be played
 * makes the whole fail: what was not played proves nothing.
 */
public final class Seeds {
    private static final int SHOWN = 60;

    private final long from;
    private final LongFunction<Simulation.Result> game;
    private final boolean untilFirst;
    private final List<Simulation.Result> violations = Collections.synchronizedList(new ArrayList<>());
    private final AtomicLong digests = new AtomicLong();
    private final AtomicLong played = new AtomicLong();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private final AtomicLong end;

    /** So many seeds from {@code from} on, telling the last {@code lines} events of each violation. */
    Seeds(long from, long count, int lines, boolean untilFirst) {
        this(from, count, untilFirst, seed -> Simulation.of(seed, lines));
    }

    /** So many seeds from {@code from} on of any game. */
    Seeds(long from, long count, boolean untilFirst, LongFunction<Simulation.Result> game) {
        this.from = from;
        this.game = game;
        this.untilFirst = untilFirst;
        this.end = new AtomicLong(from + count);
    }

    /** The first seed of so many that is wrong, and how; empty text if none is. */
    public static String first(long from, long count) throws InterruptedException {
        List<Simulation.Result> violations = new Seeds(from, count, 0, true).play();
        return violations.isEmpty()
                ? ""
                : violations.get(0).seed() + " " + violations.get(0).violation().orElse("");
    }

    /** Plays seeds that the system properties {@code drayage.seed.from} and {@code drayage.seeds} name; status 1 if one is wrong. */
    public static void main(String[] args) throws InterruptedException {
        long from = Long.getLong("drayage.seed.from", 1);
        long count = Long.getLong("drayage.seeds", 1000);
        Seeds seeds = new Seeds(from, count, Integer.getInteger("drayage.lines", SHOWN), false);
        List<Simulation.Result> violations = seeds.play();
        violations.stream().limit(10).forEach(result -> System.out.println(describe(result)));
        if (Boolean.getBoolean("drayage.digest")) {
            System.out.println("digest " + Long.toHexString(seeds.digests.get()));
        }
        System.out.println("simulation: " + count + " seeds, " + violations.size() + " violations");
        if (!violations.isEmpty()) {
            System.exit(1);
        }
    }

    /** What went wrong, with what happened before and how to see it again. */
    static String describe(Simulation.Result result) {
        return "seed " + result.seed() + " breaks " + result.violation().orElse("nothing") + "\n  " + result.faults()
                + "\n" + result.story() + "\nagain: mvn -q -Psimulation -Dseeds=1 -Dseed.from=" + result.seed() + "\n";
    }

    /**
     * Plays them; returns those in which something was wrong, in order.
     *
     * @throws AssertionError if one could not be played
     */
    List<Simulation.Result> play() throws InterruptedException {
        AtomicLong next = new AtomicLong(from);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < Runtime.getRuntime().availableProcessors(); i++) {
            Thread thread = new Thread(() -> play(next), "seeds");
            thread.start();
            threads.add(thread);
        }
        for (Thread thread : threads) {
            thread.join();
        }
        Throwable why = failure.get();
        if (why != null) {
            throw new AssertionError("a seed could not be played: " + why.getMessage(), why);
        }
        if (played.get() < end.get() - from) {
            throw new AssertionError("of " + (end.get() - from) + " seeds only " + played + " were played");
        }
        List<Simulation.Result> sorted = new ArrayList<>(violations);
        sorted.sort(Comparator.comparingLong(Simulation.Result::seed));
        return sorted;
    }

    private void play(AtomicLong next) {
        for (long seed = next.getAndIncrement(); seed < end.get(); seed = next.getAndIncrement()) {
            try {
                take(game.apply(seed));
            } catch (Throwable e) {
                failure.compareAndSet(null, new IllegalStateException("seed " + seed, e));
                return;
            }
        }
    }

    private void take(Simulation.Result result) {
        digests.addAndGet(result.digest() * (2 * result.seed() + 1));
        played.incrementAndGet();
        if (result.violation().isPresent()) {
            violations.add(result);
            if (untilFirst) {
                end.accumulateAndGet(result.seed(), Math::min); // those before it are still played
            }
        }
    }
}
