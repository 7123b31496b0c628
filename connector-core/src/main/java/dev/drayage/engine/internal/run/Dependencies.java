package dev.drayage.engine.internal.run;

import dev.drayage.spi.EffectKey;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which tasks wait for which: of one effect key the first is worked on and the others wait for what becomes of it; and a task
 * may wait for all of another key. Used by the coordinator's thread only.
 */
final class Dependencies {
    private final Map<EffectKey, Deque<EffectTask>> perKey = new HashMap<>();
    private final Map<EffectKey, Set<EffectTask>> dependents = new HashMap<>();

    boolean isEmpty() {
        return perKey.isEmpty();
    }

    /** Whether a task of this key is here. */
    boolean carries(EffectKey key) {
        return perKey.containsKey(key);
    }

    void enlist(EffectTask task) {
        perKey.computeIfAbsent(task.key(), key -> new ArrayDeque<>()).addLast(task);
    }

    /** The task is not to start before those of {@code key} have left. */
    void await(EffectTask task, EffectKey key) {
        task.waitsFor.add(key);
        dependents.computeIfAbsent(key, k -> new LinkedHashSet<>()).add(task);
    }

    /** Whether it is its turn among those of its key. */
    boolean isFirst(EffectTask task) {
        Deque<EffectTask> sameKey = perKey.get(task.key());
        return sameKey != null && sameKey.peekFirst() == task;
    }

    /** Takes a task out; returns the one of its key whose turn it is now, if the task was first. */
    Optional<EffectTask> leave(EffectTask task) {
        Deque<EffectTask> sameKey = perKey.get(task.key());
        if (sameKey == null) {
            return Optional.empty();
        }
        boolean first = sameKey.peekFirst() == task;
        sameKey.remove(task);
        if (sameKey.isEmpty()) {
            perKey.remove(task.key());
        }
        return first ? Optional.ofNullable(sameKey.peekFirst()) : Optional.empty();
    }

    /** Those that waited for {@code key}, once no task of it is left; each is told once. */
    List<EffectTask> released(EffectKey key) {
        Set<EffectTask> waiting = carries(key) ? null : dependents.remove(key);
        return waiting == null ? List.of() : List.copyOf(waiting);
    }

    /** All tasks that are here. */
    List<EffectTask> tasks() {
        List<EffectTask> tasks = new ArrayList<>();
        perKey.values().forEach(tasks::addAll);
        return tasks;
    }
}
