package dev.drayage.quota;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How many calls may run at once, as far as refusals have taught. Times are nanoseconds. Confined to the lock of its
 * budget.
 */
final class Slots {
    private static final int FIRST_TRIAL = 100;
    private static final int LONGEST_TRIAL = 6400;
    /** Vendors of slots name no pause; this one lets a slot of another client end. */
    private static final Duration PAUSE = Duration.ofMillis(500);

    private int planned;
    private int allowed;
    private int running;
    private int trial = FIRST_TRIAL;
    private int callsSinceChange;
    private int raisedTo;
    private long lessons;
    private long pausedUntil = Long.MIN_VALUE;
    private long calls;
    private long refused;
    private double usedSeconds;
    private double offeredSeconds;
    private long at;

    /** One running call. */
    record Held(long since, long lesson) {}

    Slots(int planned, long now) {
        if (planned < 1) {
            throw new IllegalArgumentException("slots must be at least 1: " + planned);
        }
        this.planned = planned;
        this.allowed = planned;
        this.at = now;
    }

    int free() {
        return allowed - running;
    }

    Duration pause(long now) {
        return pausedUntil > now ? Duration.ofNanos(pausedUntil - now) : Duration.ZERO;
    }

    Held take(long now) {
        running++;
        return new Held(now, lessons);
    }

    void release(Held held, @Nullable QuotaObservation seen, long now) {
        count(now);
        int ranTogether = running;
        running--;
        if (seen == null) {
            return;
        }
        calls++;
        seen.capacity().ifPresent(slots -> resize((int) slots));
        if (seen.outcome() == QuotaObservation.Outcome.REFUSED) {
            refused++;
            refused(held, ranTogether, now);
            seen.retryAfter().ifPresent(wait -> pausedUntil = Math.max(pausedUntil, now + wait.toNanos()));
            return;
        }
        usedSeconds += (now - held.since()) / 1e9;
        if (seen.outcome() == QuotaObservation.Outcome.ACCEPTED) {
            accepted();
        }
    }

    private void resize(int slots) {
        if (slots != planned) {
            allowed = Math.max(1, Math.min(allowed + Math.max(0, slots - planned), slots));
            planned = slots;
        }
    }

    private void refused(Held held, int ranTogether, long now) {
        if (held.lesson() != lessons) {
            return;
        }
        lessons++;
        trial = allowed == raisedTo ? Math.min(LONGEST_TRIAL, trial * 2) : FIRST_TRIAL;
        raisedTo = allowed;
        allowed = Math.max(1, Math.min(allowed, ranTogether) - 1);
        callsSinceChange = 0;
        if (allowed == 1) {
            pausedUntil = Math.max(pausedUntil, now + PAUSE.toNanos());
        }
    }

    private void accepted() {
        callsSinceChange++;
        if (allowed < planned && callsSinceChange >= trial) {
            allowed++;
            callsSinceChange = 0;
            if (allowed > raisedTo) {
                trial = FIRST_TRIAL;
            }
        }
    }

    private void count(long now) {
        offeredSeconds += (now - at) / 1e9 * planned;
        at = now;
    }

    QuotaUse use(String name, long now) {
        count(now);
        return new QuotaUse(name, offeredSeconds, usedSeconds, calls, refused);
    }
}
