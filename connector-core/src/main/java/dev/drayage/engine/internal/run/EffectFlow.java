package dev.drayage.engine.internal.run;

import dev.drayage.engine.internal.context.Deferral;
import dev.drayage.engine.internal.context.Mailbox;
import dev.drayage.engine.internal.context.RunContext;
import dev.drayage.engine.internal.context.SinkPort;
import dev.drayage.engine.internal.context.Stop;
import dev.drayage.engine.internal.news.LogContext;
import dev.drayage.engine.internal.turn.Lanes;
import dev.drayage.error.ErrorCode;
import dev.drayage.model.CommerceRecord;
import dev.drayage.model.RecordRef;
import dev.drayage.spi.Effect;
import dev.drayage.spi.EffectKey;
import dev.drayage.spi.EffectOutcome;
import dev.drayage.spi.Prepared;
import dev.drayage.store.EffectEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Brings effects to their one call, if {@link EffectDecision} says that they need one: waits for what an effect needs, keeps lane
 * order (guarantee G3), and sends only what is durable as an intent (guarantee G2). How a call ended is
 * {@link EffectSettling}'s matter. Used by the coordinator's thread only; calls to accounts run as jobs.
 */
final class EffectFlow implements EffectSettling.Course {
    private final RunContext<?> run;
    private final LedgerBuffer buffer;
    private final Mailbox mailbox;
    private final Tally tally;
    private final Stop stop;
    private final EffectOpening opening;
    private final EffectSettling settling;
    private final Consumer<EffectTask> onEnded;

    private final Dependencies dependencies = new Dependencies();
    private final LaneQueues queues;
    private final List<EffectTask> toSend = new ArrayList<>();

    EffectFlow(
            RunContext<?> run,
            LedgerBuffer buffer,
            Mailbox mailbox,
            Tally tally,
            Stop stop,
            Verification verification,
            Consumer<EffectTask> onEnded) {
        this.run = run;
        this.buffer = buffer;
        this.mailbox = mailbox;
        this.tally = tally;
        this.stop = stop;
        this.queues = new LaneQueues(run.lanes(), buffer);
        this.opening = new EffectOpening(run, buffer, stop);
        this.settling = new EffectSettling(run, buffer, mailbox, stop, verification, this);
        this.onEnded = onEnded;
    }

    @Override
    public void wrote(EffectTask task) {
        tally.wrote(task.sinkId.type() + " to " + task.sinkId.account());
    }

    @Override
    public void sendAgain(EffectTask task) {
        toSend.add(task);
    }

    /** Nothing may enter the lane of an effect that has not ended. */
    @Override
    public void blockLane(EffectEntry open) {
        run.lanes().block(new Lanes.Lane(open.key().target(), open.lane()), open.key());
    }

    /** The effect has ended: its lane is free for others. */
    void unblockLane(EffectEntry ended) {
        run.lanes().unblock(new Lanes.Lane(ended.key().target(), ended.lane()), ended.key());
    }

    /** Whether anything is under way or waits for its turn. */
    boolean idle() {
        return dependencies.isEmpty();
    }

    /** Whether an effect of this key is on its way in this run. */
    boolean carries(EffectKey key) {
        return dependencies.carries(key);
    }

    /** Registers the tasks of one record, whose ledger entries are loaded, and starts those that can. */
    void add(List<EffectTask> tasks, Map<EffectKey, EffectEntry> entries) {
        tasks.forEach(dependencies::enlist);
        Map<EffectKey, Set<String>> shown = shown(tasks);
        for (EffectTask task : tasks) {
            for (EffectKey needed : task.effect.after()) {
                if (carries(needed)) {
                    dependencies.await(task, needed);
                } else {
                    bindNeeded(task, needed, Optional.ofNullable(entries.get(needed)));
                }
            }
            for (EffectKey first : task.owner.sequence.before(task.effect, shown)) {
                if (carries(first)) {
                    task.afterShown.add(first);
                    dependencies.await(task, first);
                }
            }
        }
        for (EffectTask task : tasks) {
            startIfReady(task);
        }
    }

    /** What the targets of one record's effects show now, or may show. */
    private static Map<EffectKey, Set<String>> shown(List<EffectTask> tasks) {
        Map<EffectKey, Set<String>> shown = new HashMap<>();
        for (EffectTask task : tasks) {
            Set<String> digests = new LinkedHashSet<>();
            if (task.entry != null && task.entry.target().isPresent()) {
                digests.add(task.entry.boundDigest());
            }
            if (task.isUnderWay()) {
                digests.add(task.sentEntry().pendingDigest());
            }
            if (task.entry == null && task.found != null && task.found.ref().isPresent()) {
                digests.add(EffectDecision.isShown(task.effect, task.found) ? task.digest : "");
            }
            if (!digests.isEmpty()) {
                shown.put(task.key(), digests);
            }
        }
        return shown;
    }

    /** Whether something is to be sent once its intent is durable. */
    boolean hasToSend() {
        return !toSend.isEmpty();
    }

    /** Sends what was recorded since the last time; its intents are durable. */
    void send() {
        Map<SinkPort, List<EffectTask>> bySink = new LinkedHashMap<>();
        for (EffectTask task : toSend) {
            bySink.computeIfAbsent(task.sink, sink -> new ArrayList<>()).add(task);
        }
        toSend.clear();
        bySink.forEach((sink, tasks) -> {
            int size = Math.max(1, sink.traits().batchSize());
            for (int i = 0; i < tasks.size(); i += size) {
                sendBatch(sink, List.copyOf(tasks.subList(i, Math.min(i + size, tasks.size()))));
            }
        });
    }

    /** Starts the first task of every lane that has become free; records the intents. */
    void fillLanes() {
        queues.first().forEach(this::enter);
    }

    /** A lane that another run holds and a task here waits for, if nothing else can go on. */
    Optional<Lanes.Lane> blockedLane() {
        return queues.blocked();
    }

    /** Gives up tasks that were not sent: their records are read again. */
    void abandonUnsent() {
        for (EffectTask task : dependencies.tasks()) {
            if (task.prepared == null && !task.ended) {
                task.owner.abandoned = true;
                end(task);
            }
        }
    }

    /** Ends tasks that wait for each other in a circle. */
    void breakCircles() {
        for (EffectTask task : dependencies.tasks()) {
            if (!task.ended && !task.afterShown.isEmpty()) {
                task.owner.park(
                        ErrorCode.CHANGE_REFUSED,
                        "effect " + task.key() + " and " + task.afterShown + " must each come before the other:"
                                + " what one gives up the other takes; make the changes one after the other");
                end(task);
            } else if (!task.ended) {
                task.owner.park(ErrorCode.DEFECT, "effect " + task.key() + " waits for itself");
                end(task);
            }
        }
    }

    private void bindNeeded(EffectTask task, EffectKey needed, Optional<EffectEntry> entry) {
        Optional<RecordRef> ref = entry.flatMap(EffectSight::boundTo);
        if (ref.isPresent()) {
            task.bound.put(needed, ref.get());
        } else if (!task.ended) {
            deferFor(task, needed.toString(), "waits for " + needed);
        }
    }

    private void bindNeeded(EffectTask task, EffectTask needed) {
        boolean stillStands = needed.effect.mode() == Effect.Mode.VOID;
        bindNeeded(task, needed.key(), stillStands ? Optional.empty() : Optional.ofNullable(needed.entry));
    }

    private void deferFor(EffectTask task, String missing, String message) {
        task.owner.defer(
                ErrorCode.WAITING_FOR_RECORD, message, Optional.of(missing), Optional.of(nextLook(task.owner)));
        end(task);
    }

    private void startIfReady(EffectTask task) {
        if (!task.ended && !task.started && task.waitsFor.isEmpty() && dependencies.isFirst(task)) {
            task.started = true;
            if (opening.wantsCall(task)) {
                queues.add(task);
            } else {
                end(task);
            }
        }
    }

    private void enter(EffectTask task) {
        Optional<EffectKey> open = queues.blocker(task);
        if (open.isPresent()) {
            deferFor(task, open.get().toString(), "waits until the outcome of " + open.get() + " is known");
            return;
        }
        if (stop.abandons() || !queues.enter(task)) {
            return;
        }
        Optional<Prepared<CommerceRecord>> prepared = opening.prepare(task, task.existing());
        if (prepared.isEmpty()) {
            end(task);
            return;
        }
        task.prepared = prepared.get();
        task.entry = Entries.intent(
                task,
                run.sync().name(),
                task.prepared,
                task.afterReverse(run.time().instant()));
        buffer.put(task.entry);
        toSend.add(task);
    }

    private void sendBatch(SinkPort sink, List<EffectTask> tasks) {
        List<Prepared<CommerceRecord>> batch =
                tasks.stream().map(EffectTask::sentPrepared).toList();
        mailbox.submit(
                () -> apply(sink, batch, tasks),
                outcomes -> tasks.forEach(task -> LogContext.onRecord(
                        task.owner.ref, () -> settle(task, Optional.ofNullable(outcomes.get(task.key()))))),
                failure -> settling.failed(tasks, failure));
    }

    /** Writes; the logs of a batch for one record name it. */
    private Map<EffectKey, EffectOutcome> apply(
            SinkPort sink, List<Prepared<CommerceRecord>> batch, List<EffectTask> tasks) {
        RecordRef first = tasks.get(0).owner.ref;
        return tasks.stream().allMatch(task -> task.owner.ref.equals(first))
                ? LogContext.ofRecord(first, () -> sink.apply(batch, run.call()))
                : sink.apply(batch, run.call());
    }

    private void settle(EffectTask task, Optional<EffectOutcome> outcome) {
        settling.outcome(task, outcome.orElseGet(() -> new EffectOutcome.Unknown("the sink gave no answer")));
    }

    /** The task leaves its lane and key; whoever waited for it goes on. */
    @Override
    public void end(EffectTask task) {
        if (task.ended) {
            return;
        }
        task.ended = true;
        queues.leave(task);
        Optional<EffectTask> next = dependencies.leave(task);
        onEnded.accept(task);
        next.ifPresent(follower -> {
            follower.entry = task.entry;
            if (task.entry != null) { // what was seen before it was written says nothing any more
                follower.found = null;
                follower.unseen = null;
            }
            startIfReady(follower);
        });
        dependencies.released(task.key()).forEach(waiting -> released(waiting, task));
    }

    private void released(EffectTask waiting, EffectTask ended) {
        waiting.waitsFor.remove(ended.key());
        if (waiting.ended) {
            return;
        }
        if (ended.owner.abandoned) {
            waiting.owner.abandoned = true;
            end(waiting);
            return;
        }
        boolean gaveUp = ended.isTakenBack() || (ended.isShown() && !ended.isUnderWay());
        if (waiting.afterShown.contains(ended.key()) && !gaveUp) {
            deferFor(waiting, ended.key().toString(), "waits until " + ended.key() + " is changed");
        } else if (waiting.effect.after().contains(ended.key()) && !ended.isTakenBack()) {
            bindNeeded(waiting, ended);
        }
        startIfReady(waiting);
    }

    /** Gives back every lane that is held, after a failure that ends the run. */
    void releaseLanes() {
        queues.release();
    }

    private Instant nextLook(RecordTask owner) {
        return Deferral.next(
                run.sync().policy(), owner.before, owner.revision, run.time().instant());
    }
}
