package dev.drayage.testing;

import dev.drayage.error.ErrorCode;
import dev.drayage.error.OutcomeUnknownException;
import dev.drayage.error.UnavailableException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Disturbs a scenario at every call of the store and of the connectors, lets fresh engines finish it, and compares the
 * worlds with those of an undisturbed run.
 *
 * @param <W> the worlds of one scenario, which outlive a crash
 */
public abstract class CrashMatrix<W> {
    private static final Set<String> STORE_READS = Set.of(
            "Ledger.records",
            "Ledger.countRecords",
            "Ledger.effects",
            "Ledger.sync",
            "Ledger.condition",
            "Ledger.hints",
            "Ledger.audit");

    /** How a call is disturbed. */
    public enum Mode {
        /** The process dies before the call. */
        CRASH_BEFORE,
        /** The process dies after the call was carried out. */
        CRASH_AFTER,
        /** The call is carried out and its answer lost. */
        LOST_ANSWER,
        /** The call is not carried out and nobody knows. */
        TIMEOUT
    }

    /** New worlds in their first state. */
    protected abstract W world();

    /** One pass of every sync with a fresh engine; every call of store and connectors goes through {@code tap}. */
    protected abstract void pass(W world, Interposed.Tap tap);

    /** What stands in the worlds, for comparison; nothing that depends on the number of passes. */
    protected abstract Map<String, String> picture(W world);

    /** Whether everything has come to rest. */
    protected abstract boolean quiet(W world);

    /** The picture after an undisturbed run. */
    public final Map<String, String> undisturbed() {
        W world = world();
        settle(world);
        return picture(world);
    }

    /** The names of all calls of an undisturbed first pass. */
    public final List<String> calls() {
        List<String> calls = new ArrayList<>();
        pass(world(), (call, action) -> {
            calls.add(call);
            return action.run();
        });
        return calls;
    }

    /**
     * Every way in which one call of a first pass can go wrong, once: every point at which the process can die, as {@link #crashes()}
     * has them, every answer that is lost and every call that is not carried out. For a read of the store these two are one. Returns
     * what went wrong, one line each.
     */
    public final List<String> singles() {
        Map<String, String> expected = undisturbed();
        List<String> calls = calls();
        List<String> wrong = crashes(expected, calls);
        for (int at = 0; at < calls.size(); at++) {
            if (!STORE_READS.contains(calls.get(at))) {
                single(Mode.LOST_ANSWER, at, expected, calls, wrong);
            }
            single(Mode.TIMEOUT, at, expected, calls, wrong);
        }
        return wrong;
    }

    /**
     * Every point of a first pass at which the process can die, once: before its first call, and after each that is no read of the
     * store. Dying before a later call, or after a read of the store, leaves what dying after the call before leaves. Returns what
     * went wrong, one line each.
     */
    public final List<String> crashes() {
        return crashes(undisturbed(), calls());
    }

    private List<String> crashes(Map<String, String> expected, List<String> calls) {
        List<String> wrong = new ArrayList<>();
        single(Mode.CRASH_BEFORE, 0, expected, calls, wrong);
        for (int at = 0; at < calls.size(); at++) {
            if (!STORE_READS.contains(calls.get(at))) {
                single(Mode.CRASH_AFTER, at, expected, calls, wrong);
            }
        }
        return wrong;
    }

    private void single(Mode mode, int at, Map<String, String> expected, List<String> calls, List<String> wrong) {
        String what = mode + " at call " + at + " " + calls.get(at);
        check(what, expected, List.of(new Disturbance(at, mode)), wrong);
    }

    /** Pairs of disturbances drawn from a seed: the second hits the pass after the first. */
    public final List<String> pairs(long seed, int count) {
        Map<String, String> expected = undisturbed();
        int calls = calls().size();
        SplittableRandom random = new SplittableRandom(seed);
        List<String> wrong = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Disturbance first = draw(random, calls);
            Disturbance second = draw(random, calls);
            check(
                    "seed " + seed + " pair " + i + ": " + first + " then " + second,
                    expected,
                    List.of(first, second),
                    wrong);
        }
        return wrong;
    }

    private static String difference(Map<String, String> expected, Map<String, String> actual) {
        Map<String, String> missing = new TreeMap<>(expected);
        missing.entrySet().removeAll(actual.entrySet());
        Map<String, String> extra = new TreeMap<>(actual);
        extra.entrySet().removeAll(expected.entrySet());
        return "missing " + missing + ", instead " + extra;
    }

    private record Disturbance(int at, Mode mode) {}

    private static Disturbance draw(SplittableRandom random, int calls) {
        return new Disturbance(random.nextInt(calls), Mode.values()[random.nextInt(Mode.values().length)]);
    }

    private void check(String what, Map<String, String> expected, List<Disturbance> disturbances, List<String> wrong) {
        W world = world();
        for (Disturbance disturbance : disturbances) {
            disturbed(world, disturbance);
        }
        if (!settle(world)) {
            wrong.add(what + ": does not come to rest");
        } else if (!picture(world).equals(expected)) {
            wrong.add(what + ": " + difference(expected, picture(world)));
        }
    }

    private void disturbed(W world, Disturbance disturbance) {
        AtomicInteger count = new AtomicInteger();
        try {
            pass(world, (call, action) -> {
                if (count.getAndIncrement() != disturbance.at()) {
                    return action.run();
                }
                return disturb(call, action, disturbance.mode());
            });
        } catch (SimulatedCrash died) {
            // the process is gone; whatever it held in memory with it
        }
    }

    private static Object disturb(String call, Interposed.Action action, Mode mode) throws Throwable {
        switch (mode) {
            case CRASH_BEFORE -> throw new SimulatedCrash(call);
            case CRASH_AFTER -> {
                action.run();
                throw new SimulatedCrash(call);
            }
            case LOST_ANSWER -> {
                action.run();
                throw failure(call);
            }
            default -> throw failure(call);
        }
    }

    private static RuntimeException failure(String call) {
        if (call.equals("RecordSink.apply")) {
            return new OutcomeUnknownException(ErrorCode.OUTCOME_UNKNOWN, call + ": no answer");
        }
        boolean account = call.startsWith("Record") || call.startsWith("Connector.");
        return account
                ? new UnavailableException(ErrorCode.UNREACHABLE, call + ": no answer")
                : new IllegalStateException(call + ": the store did not answer");
    }

    private boolean settle(W world) {
        for (int i = 0; i < 40; i++) {
            pass(world, (call, action) -> action.run());
            if (quiet(world)) {
                return true;
            }
        }
        return false;
    }
}
