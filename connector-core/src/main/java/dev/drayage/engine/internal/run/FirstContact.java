package dev.drayage.engine.internal.run;

import dev.drayage.engine.internal.context.RunContext;
import dev.drayage.engine.internal.context.SinkPort;
import dev.drayage.engine.internal.context.Stop;
import dev.drayage.engine.internal.context.TargetLook;
import dev.drayage.engine.internal.read.Feed;
import dev.drayage.spi.Effect;
import dev.drayage.spi.EffectKey;
import dev.drayage.spi.Existing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the target before the first write for records that may stand there already, booked by an earlier ledger, another
 * tool or a person: those that are older than the ledger, those that the ledger knew before without having written, because
 * people book by hand what waits or is parked, and those that somebody asked for. What was just made and is read
 * for the first time does not pay for the look. Used by the coordinator's thread only.
 */
final class FirstContact {
    private final RunContext<?> run;
    private final Stop stop;
    private final Instant bornAt;

    FirstContact(RunContext<?> run, Stop stop, Instant bornAt) {
        this.run = run;
        this.stop = stop;
        this.bornAt = bornAt;
    }

    /** Sets what was found on the tasks; those that could not be looked at are taken out, which is told. */
    boolean find(List<RecordTask> started, Feed.Why why) {
        Map<SinkPort, List<EffectTask>> bySink = new LinkedHashMap<>();
        for (RecordTask record : started) {
            boolean mayExist = why != Feed.Why.READ
                    || record.before.isPresent()
                    || record.createdAt.map(made -> made.isBefore(bornAt)).orElse(true);
            for (EffectTask effect : record.effects) {
                if (mayExist && effect.entry == null && effect.counterpart.isEmpty()) {
                    bySink.computeIfAbsent(effect.sink, sink -> new ArrayList<>())
                            .add(effect);
                }
            }
        }
        boolean failed = false;
        for (Map.Entry<SinkPort, List<EffectTask>> entry : bySink.entrySet()) {
            failed |= !find(entry.getKey(), entry.getValue(), started);
        }
        return failed;
    }

    /** Looks for many at once, or one by one if one of them spoils the question; that one's failure is its own. */
    private boolean find(SinkPort sink, List<EffectTask> tasks, List<RecordTask> started) {
        try {
            Map<EffectKey, Existing> found =
                    sink.find(tasks.stream().<Effect<?>>map(task -> task.effect).toList(), run.call());
            tasks.forEach(task -> seen(task, found.get(task.key())));
            return true;
        } catch (RuntimeException e) {
            if (stop.becauseOf(e)) {
                takeOut(tasks, started);
                return false;
            }
            if (tasks.size() == 1) {
                tasks.get(0).unseen = TargetLook.why(tasks.get(0).key(), e);
                return true;
            }
        }
        boolean looked = true;
        for (EffectTask task : tasks) {
            looked &= find(sink, List.of(task), started);
        }
        return looked;
    }

    private static void seen(EffectTask task, @Nullable Existing found) {
        if (found == null) {
            task.unseen = TargetLook.unanswered(task.key());
        } else {
            task.found = found;
        }
    }

    private static void takeOut(List<EffectTask> tasks, List<RecordTask> started) {
        Set<RecordTask> owners = new HashSet<>();
        tasks.forEach(task -> owners.add(task.owner));
        for (Iterator<RecordTask> it = started.iterator(); it.hasNext(); ) {
            if (owners.contains(it.next())) {
                it.remove();
            }
        }
    }
}
