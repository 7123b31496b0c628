package dev.drayage.simulation;

import dev.drayage.testing.SimulatedCrash;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * Virtual time, and who moves next: of all processes and events the one whose instant comes first, drawn among those of one
 * instant. Exactly one process moves at a time; whoever gives the turn away decides who gets it. Not thread-safe: used by
 * whoever has the turn.
 */
final class Scheduler {
    /** So many turns are more than any seed needs: beyond, something goes in circles. */
    private static final int MOST_TURNS = 400_000;

    private static final ExecutorService CARRIERS = Executors.newCachedThreadPool(job -> {
        Thread thread = new Thread(job, "simulated process");
        thread.setDaemon(true);
        return thread;
    });

    private final SplittableRandom random;
    private final PriorityQueue<Turn> turns = new PriorityQueue<>(
            Comparator.comparingLong(Turn::at).thenComparingInt(Turn::lot).thenComparingLong(Turn::number));
    private final List<Strand> processes = new ArrayList<>();
    private final Strand main = new Strand("main", Optional.empty(), () -> {});
    private Strand current = main;
    private long now;
    private long number;
    private int taken;
    private boolean over;
    private @Nullable Throwable failure;

    /** A turn of a process that was not woken otherwise meanwhile, or an event if there is no process. */
    private record Turn(
            long at,
            int lot,
            long number,
            @Nullable Strand process,
            int ticket,
            @Nullable Runnable event) {}

    Scheduler(SplittableRandom random) {
        this.random = random;
        main.adopt();
    }

    /** Nanoseconds since the simulation began. */
    long now() {
        return now;
    }

    /** Who moves. */
    Strand current() {
        return current;
    }

    /** What no process could know how to handle, such as a simulation in which nothing moves any more. */
    Optional<Throwable> failure() {
        return Optional.ofNullable(failure);
    }

    /** Something that happens by itself and never waits. */
    void after(Duration delay, Runnable event) {
        turns.add(new Turn(now + delay.toNanos(), random.nextInt(), number++, null, 0, event));
    }

    /** A process of a node begins after {@code delay}. */
    Strand spawn(String name, Optional<SimulatedNode> node, Duration delay, Runnable body) {
        Strand process = new Strand(name, node, body);
        processes.add(process);
        wakeAt(process, now + delay.toNanos());
        return process;
    }

    /** The calling process goes on after so long, if its node lives then. */
    void pass(long nanos) {
        Strand me = current;
        dieIfDead(me);
        Turn first = turns.peek();
        if (++taken < MOST_TURNS && (first == null || first.at() > now + nanos)) {
            now += nanos;
            return;
        }
        wakeAt(me, now + nanos);
        giveAway(me);
        dieIfDead(me);
    }

    /** The calling process goes on when somebody wakes it. */
    void park() {
        Strand me = current;
        dieIfDead(me);
        giveAway(me);
        dieIfDead(me);
    }

    /** A process that is parked, or passes time, goes on now. */
    void wake(Strand process) {
        if (!process.ended) {
            wakeAt(process, now);
        }
    }

    /** The main process waits until every other one has ended. */
    void awaitAll() {
        while (failure == null && !processes.isEmpty()) {
            giveAway(main);
        }
    }

    /** Ends all that still lives, after a failure. */
    void end() {
        over = true;
        failure = null;
        turns.clear();
        for (Strand process : List.copyOf(processes)) {
            wakeAt(process, now);
        }
        awaitAll();
    }

    /** Wakes all that are left of a node that was killed, so that they notice. */
    void buryProcessesOf(SimulatedNode node) {
        for (Strand process : List.copyOf(processes)) {
            if (process != current && process.node.filter(node::equals).isPresent()) {
                wake(process);
            }
        }
    }

    private void dieIfDead(Strand me) {
        if (over || me.isDead()) {
            throw new SimulatedCrash(me.name);
        }
    }

    private void wakeAt(Strand process, long at) {
        turns.add(new Turn(at, random.nextInt(), number++, process, ++process.ticket, null));
    }

    /** Hands the turn on; returns when it has come back, or at once if {@code me} has ended. */
    private void giveAway(Strand me) {
        Strand next = next();
        if (next == me) {
            current = me;
            return;
        }
        current = next;
        if (next.started) {
            next.resume();
        } else {
            next.started = true;
            CARRIERS.execute(() -> live(next));
        }
        if (!me.ended) {
            me.awaitTurn();
        }
    }

    private Strand next() {
        while (failure == null) {
            Turn turn = turns.poll();
            if (turn == null) {
                fail(new IllegalStateException("nothing moves any more"));
            } else if (++taken > MOST_TURNS) {
                fail(new IllegalStateException("it does not come to rest"));
            } else if (turn.process() == null) {
                now = Math.max(now, turn.at());
                happen(turn);
            } else if (turn.ticket() == turn.process().ticket && !turn.process().ended) {
                now = Math.max(now, turn.at());
                Strand process = turn.process();
                long pausedUntil = process.node.map(SimulatedNode::pausedUntil).orElse(0L);
                if (pausedUntil <= now) {
                    return process;
                }
                wakeAt(process, pausedUntil);
            }
        }
        return main;
    }

    private void happen(Turn turn) {
        try {
            if (turn.event() != null) {
                turn.event().run();
            }
        } catch (RuntimeException | Error e) {
            fail(e);
        }
    }

    private void live(Strand process) {
        process.adopt();
        try {
            if (!over && !process.isDead()) {
                process.body.run();
            }
        } catch (SimulatedCrash died) {
            // whatever it held in memory is gone with it
        } catch (RuntimeException | Error e) {
            fail(e);
        } finally {
            process.ended = true;
            processes.remove(process);
            if (processes.isEmpty()) {
                wakeAt(main, now);
            }
            giveAway(process);
        }
    }

    private void fail(Throwable why) {
        if (failure == null) {
            failure = why;
        }
    }
}
