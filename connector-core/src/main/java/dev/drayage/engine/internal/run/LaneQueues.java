package dev.drayage.engine.internal.run;

import dev.drayage.engine.internal.turn.Lanes;
import dev.drayage.spi.EffectKey;
import dev.drayage.store.EffectEntry;
import dev.drayage.store.EffectState;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The tasks of one run that are ready to be sent, per lane in the order they became ready; the first of a lane that this run
 * holds is under way (guarantee G3). Used by the coordinator's thread only.
 */
final class LaneQueues {
    private final Lanes lanes;
    private final LedgerBuffer buffer;
    private final Map<Lanes.Lane, Deque<EffectTask>> waiting = new LinkedHashMap<>();

    /** Lanes with a task that this run does not hold: few, however many are under way. */
    private final Set<Lanes.Lane> idle = new LinkedHashSet<>();

    private final Set<Lanes.Lane> held = new LinkedHashSet<>();

    LaneQueues(Lanes lanes, LedgerBuffer buffer) {
        this.lanes = lanes;
        this.buffer = buffer;
    }

    void add(EffectTask task) {
        waiting.computeIfAbsent(task.lane, lane -> new ArrayDeque<>()).addLast(task);
        if (!held.contains(task.lane)) {
            idle.add(task.lane);
        }
    }

    /** The first task of every lane that this run does not hold. */
    List<EffectTask> first() {
        if (idle.isEmpty()) {
            return List.of();
        }
        List<EffectTask> first = new ArrayList<>(idle.size());
        for (Lanes.Lane lane : idle) {
            Deque<EffectTask> tasks = waiting.get(lane);
            if (tasks != null) {
                first.add(tasks.getFirst());
            }
        }
        return first;
    }

    /** Another effect of the task's lane that has not ended; what any run or node has learnt of it since counts. */
    Optional<EffectKey> blocker(EffectTask task) {
        Optional<EffectKey> open = lanes.blockedBy(task.lane);
        if (open.isEmpty()) {
            return open;
        }
        EffectEntry entry = buffer.effects(Set.of(open.get())).get(open.get());
        boolean stillOpen =
                entry != null && (entry.state() == EffectState.INTENT || entry.state() == EffectState.PENDING);
        if (!stillOpen) {
            lanes.unblock(task.lane, open.get());
            return Optional.empty();
        }
        return open.filter(key -> !key.equals(task.key()));
    }

    /** Takes the lane of a task that is its first one; tells whether no other run holds it. */
    boolean enter(EffectTask task) {
        boolean entered = lanes.tryEnter(task.lane);
        if (entered) {
            held.add(task.lane);
            idle.remove(task.lane);
        }
        return entered;
    }

    /** The task waits no more; if it was under way, its lane is free for the next. */
    void leave(EffectTask task) {
        Deque<EffectTask> tasks = waiting.get(task.lane);
        if (tasks == null) {
            return;
        }
        boolean underWay = tasks.peekFirst() == task && held.contains(task.lane);
        tasks.remove(task);
        if (underWay) {
            held.remove(task.lane);
            lanes.leave(task.lane);
        }
        if (tasks.isEmpty()) {
            waiting.remove(task.lane);
            idle.remove(task.lane);
        } else if (underWay) {
            idle.add(task.lane);
        }
    }

    /** A lane that another run holds and a task here waits for. */
    Optional<Lanes.Lane> blocked() {
        return idle.stream().findFirst();
    }

    /** Gives back every lane that is held. */
    void release() {
        held.forEach(lanes::leave);
        held.clear();
    }
}
