package dev.drayage.threepl.internal.exchange;

import java.util.List;
import java.util.function.Supplier;

/**
 * Lets a process die at one of its calls to the outside: before the call, after it took effect, or with its answer lost. From then
 * on every call of that process dies, as nothing of it runs any more.
 */
final class Death {
    /** When it comes, seen from the call. */
    enum When {
        BEFORE,
        MIDWAY,
        AFTER;

        /** All of them in turn. */
        static When turn(int number) {
            return List.of(values()).get(number % values().length);
        }
    }

    /** The process is no more. */
    static final class Died extends Error {
        private static final long serialVersionUID = 1L;
    }

    private final When when;
    private final int at;
    private int calls;
    private boolean dead;

    Death(When when, int at) {
        this.when = when;
        this.at = at;
    }

    static Death never() {
        return new Death(When.BEFORE, Integer.MAX_VALUE);
    }

    boolean came() {
        return dead;
    }

    /** A call that is done in full or not at all. */
    <T> T call(Supplier<T> step) {
        return call(step, () -> {});
    }

    /** A call that may be cut short in the middle, leaving what {@code half} does. */
    <T> T call(Supplier<T> step, Runnable half) {
        boolean now = calls++ == at;
        if (dead || (now && when == When.BEFORE)) {
            throw die();
        }
        if (now && when == When.MIDWAY) {
            half.run();
            throw die();
        }
        T result = step.get();
        if (now) {
            throw die();
        }
        return result;
    }

    private Died die() {
        dead = true;
        return new Died();
    }
}
