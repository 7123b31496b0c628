package dev.drayage.engine.internal.run;

import dev.drayage.engine.Outcome;
import dev.drayage.engine.RunReport;
import dev.drayage.engine.internal.context.Mailbox;
import dev.drayage.engine.internal.context.RunContext;
import dev.drayage.engine.internal.context.Stop;
import dev.drayage.engine.internal.news.Defects;
import dev.drayage.engine.internal.news.LogContext;
import dev.drayage.engine.internal.news.Waits;
import dev.drayage.engine.internal.read.Checkpoint;
import dev.drayage.engine.internal.read.Feed;
import dev.drayage.engine.internal.read.PageMark;
import dev.drayage.engine.internal.turn.Lanes;
import dev.drayage.error.ErrorCode;
import dev.drayage.model.CommerceRecord;
import dev.drayage.model.RecordRef;
import dev.drayage.spi.Change;
import dev.drayage.store.Hint;
import dev.drayage.store.RecordEntry;
import dev.drayage.store.RecordState;
import dev.drayage.store.StaleLeaseException;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One run of one sync. One thread, the caller's, owns all state: it admits records, decides, and talks to the store; calls
 * to accounts run as jobs on the host's executor. A new one is made for each run.
 *
 * @param <S> the record that is read
 */
public final class RunCoordinator<S extends CommerceRecord> {
    private static final int CHECKPOINTS_PER_COMMIT = 16;

    /** The most results that are known and not yet durable: after a crash that many targets more are read. */
    private static final int RESULTS_PER_COMMIT = 128;

    private final RunContext<S> run;
    private final LedgerBuffer buffer;
    private final Mailbox mailbox;
    private final Tally tally = new Tally();
    private final Stop stop = new Stop();
    private final Checkpoint checkpoint = new Checkpoint();
    private final Verification verification;
    private final EffectFlow flow;
    private final Admission<S> admission;
    private final Acknowledgements<S> acknowledgements;
    private final Map<RecordRef, RecordTask> inFlight = new HashMap<>();
    private final Map<RecordRef, Hint> hints;
    private final Instant startedAt;
    private long taken;
    private int unsavedCheckpoints;
    private Optional<Instant> readUntil = Optional.empty();

    /**
     * A new run.
     *
     * @param hints filled by the feed that reads hints: which wish a record serves
     */
    public RunCoordinator(RunContext<S> run, Instant bornAt, Map<RecordRef, Hint> hints) {
        this.run = run;
        this.hints = hints;
        this.startedAt = run.time().instant();
        this.buffer = new LedgerBuffer(run.ledger(), run.lease());
        this.mailbox = new Mailbox(run.executor(), run.gates().get());
        this.verification = new Verification(run, buffer, mailbox, tally, stop);
        this.flow = new EffectFlow(run, buffer, mailbox, tally, stop, verification, this::effectEnded);
        this.acknowledgements = new Acknowledgements<>(run);
        this.admission = new Admission<>(run, buffer, stop, bornAt);
    }

    /** First recovers what earlier runs left, then works through the feeds in turn. */
    public RunReport run(List<Feed<S>> feeds) {
        try {
            try {
                new Recovery(run, buffer, flow, verification).resolveAll();
                for (Feed<S> feed : feeds) {
                    pump(feed);
                }
                verification.ask(true);
                finish();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                stop.because(RunReport.Ending.CANCELLED, "the thread was interrupted");
                mailbox.drainUnread();
            } catch (StaleLeaseException e) {
                stop.because(RunReport.Ending.BUSY, String.valueOf(e.getMessage()));
                mailbox.drainUnread();
            } catch (RuntimeException e) {
                if (!stop.becauseOf(e)) {
                    stop.because(RunReport.Ending.FAILED, Defects.describe("the run", e));
                }
                mailbox.drainUnread();
            }
        } finally {
            flow.releaseLanes();
        }
        return report();
    }

    private void pump(Feed<S> feed) throws InterruptedException {
        Reader reader = new Reader(feed);
        while (true) {
            reader.readIfRoom();
            flow.fillLanes();
            save(false);
            flow.send();
            verification.ask(false);
            if (mailbox.busy()) {
                mailbox.takeWhile(this::mayCollect);
            } else if (stop.abandons() && !flow.idle()) {
                flow.abandonUnsent();
            } else if (!flow.idle()) {
                waitOrBreak();
            } else if (reader.exhausted()) {
                return;
            }
        }
    }

    /** Nothing of this run is under way although something waits: for a lane of another run, or for itself. */
    private void waitOrBreak() throws InterruptedException {
        Optional<Lanes.Lane> blocked = flow.blockedLane();
        if (blocked.isPresent()) {
            run.lanes().awaitFree(blocked.get());
        } else {
            flow.breakCircles();
        }
    }

    private void finish() throws InterruptedException {
        save(true);
        while (mailbox.busy()) {
            mailbox.takeWhile(this::mayCollect);
            save(true);
        }
        acknowledgements.finish(stop);
    }

    /** Commits what has to be durable before anything is sent, with the checkpoint if it moved. */
    private void save(boolean checkpointToo) {
        checkpoint.advance().ifPresent(state -> {
            buffer.put(state);
            unsavedCheckpoints++;
        });
        boolean due = buffer.hasEntries() && !resultsMayWait();
        if (checkpointToo || due || unsavedCheckpoints >= CHECKPOINTS_PER_COMMIT) {
            buffer.flush();
            unsavedCheckpoints = 0;
            acknowledgements.send(stop);
        }
        if (!buffer.hasEntries()) {
            readUntil = checkpoint.readUntil(); // what it counts is durable
        }
    }

    /**
     * Whether what is collected can wait for more: nothing leans on it yet, and more is here or many calls are still under way
     * whose results will share its commit. Without this, a busy run would commit each result by itself.
     */
    private boolean resultsMayWait() {
        int many = Math.max(2, run.sync().policy().maxInFlight() / 8);
        boolean moreComes = mailbox.hasLetters() || mailbox.outstanding() >= many;
        return moreComes && !flow.hasToSend() && mayCollect();
    }

    private boolean mayCollect() {
        return buffer.results() < RESULTS_PER_COMMIT;
    }

    private void admit(Feed.Batch<S> batch) {
        taken += batch.changes().size();
        checkpoint.add(batch.mark());
        Map<RecordRef, Change<S>> fresh = new LinkedHashMap<>();
        for (Change<S> change : batch.changes()) {
            batch.mark().add();
            RecordTask earlier = inFlight.get(change.ref());
            if (earlier == null) {
                Change<S> twin = fresh.putIfAbsent(change.ref(), change);
                if (twin != null) {
                    keepNewer(fresh, twin, change, batch.mark());
                }
            } else {
                followUp(earlier, change, batch.mark());
            }
        }
        start(List.copyOf(fresh.values()), batch.mark(), batch.why());
    }

    /** A page shows one record twice: one of them is worked on. */
    private void keepNewer(Map<RecordRef, Change<S>> fresh, Change<S> twin, Change<S> change, PageMark mark) {
        if (Admission.supersedes(change, twin)) {
            fresh.put(change.ref(), change);
        }
        mark.recorded();
        tally.ended(Outcome.UNCHANGED);
    }

    /** A record that is being worked on was read again: the newest observation is worked on after it. */
    private void followUp(RecordTask earlier, Change<S> change, PageMark mark) {
        @SuppressWarnings("unchecked") // a run has one source and so one kind of record
        Change<S> waiting = (Change<S>) earlier.successor;
        if (waiting == null || Admission.supersedes(change, waiting)) {
            if (waiting != null && earlier.successorMark != null) {
                earlier.successorMark.recorded();
                tally.ended(Outcome.UNCHANGED);
            }
            earlier.successor = change;
            earlier.successorMark = mark;
        } else {
            mark.recorded();
            tally.ended(Outcome.UNCHANGED);
        }
    }

    private void start(List<Change<S>> changes, PageMark mark, Feed.Why why) {
        Admission.Admitted admitted = admission.admit(changes, mark, why);
        for (Decided decided : admitted.decided()) {
            end(decided.task(), decided.outcome(), decided.entry(), decided.message());
        }
        for (RecordTask task : admitted.started()) {
            inFlight.put(task.ref, task);
        }
        for (RecordTask task : admitted.started()) {
            task.unfinished = task.effects.size();
            flow.add(task.effects, admitted.entries());
        }
        if (admitted.failed()) {
            mark.spoil();
        }
    }

    private void effectEnded(EffectTask effect) {
        RecordTask task = effect.owner;
        task.unfinished--;
        if (task.unfinished == 0) {
            recordEnded(task);
        }
    }

    private void recordEnded(RecordTask task) {
        inFlight.remove(task.ref);
        if (task.abandoned && task.parkedCode.isEmpty()) {
            task.mark.spoil();
        } else {
            RecordEntry entry = RecordEndings.entry(run, task);
            end(task, RecordEndings.outcome(task), Optional.of(entry), entry.message());
        }
        if (task.successor != null && task.successorMark != null) {
            @SuppressWarnings("unchecked") // a run has one source and so one kind of record
            Change<S> successor = (Change<S>) task.successor;
            start(List.of(successor), task.successorMark, Feed.Why.READ);
        }
    }

    private void end(RecordTask task, Outcome outcome, Optional<RecordEntry> entry, String message) {
        entry.ifPresent(buffer::put);
        Hint hint = task.successor == null ? hints.remove(task.ref) : null;
        if (hint != null) {
            buffer.serve(hint);
        }
        task.mark.recorded();
        tally.ended(outcome);
        acknowledgements.add(task.ref, task.revision, outcome, message);
        Optional<ErrorCode> code = entry.isPresent() ? entry.get().code() : task.before.flatMap(RecordEntry::code);
        LogContext.onRecord(task.ref, () -> {
            run.news().recordEnded(task.ref, outcome, code, message);
            entry.ifPresent(now -> tell(task.before, now));
        });
    }

    /** What people watch; an entry that stands as it did is no news. */
    private void tell(Optional<RecordEntry> before, RecordEntry now) {
        run.news().changed(before, now);
        boolean told = before.filter(entry -> entry.state() == RecordState.PARKED)
                .map(entry ->
                        entry.revision().equals(now.revision()) && entry.code().equals(now.code()))
                .orElse(false);
        if (now.state() == RecordState.PARKED && !told) {
            run.news().alarm(now.code().orElse(ErrorCode.DEFECT), now.ref(), now.message());
        }
        boolean toldToWait = before.map(entry -> Waits.isTold(entry) && Waits.same(entry, now))
                .orElse(false);
        if (now.state() == RecordState.DEFERRED && Waits.isTold(now) && !toldToWait) {
            run.news().alarm(ErrorCode.WAITS_LONG, now.ref(), "since " + now.updatedAt() + ": " + now.message());
        }
    }

    private RunReport report() {
        return new RunReport(
                run.sync().name(),
                startedAt,
                run.time().instant(),
                stop.ending(RunReport.Ending.CAUGHT_UP),
                stop.message(),
                tally.read(),
                tally.outcomes(),
                tally.written(),
                readUntil);
    }

    public Stop stop() {
        return stop;
    }

    /** Reads ahead while there is room: at most one page at a time is on its way. */
    private final class Reader {
        private final Feed<S> feed;
        private boolean reading;
        private boolean ended;

        Reader(Feed<S> feed) {
            this.feed = feed;
        }

        boolean exhausted() {
            return !reading && (ended || stop.stopped());
        }

        void readIfRoom() {
            if (run.budget().cancellation().isCancelled()) {
                stop.because(RunReport.Ending.CANCELLED, "");
            }
            if (reading
                    || ended
                    || stop.stopped()
                    || inFlight.size() >= run.sync().policy().maxInFlight()) {
                return;
            }
            if (taken >= run.budget().records() || !run.time().instant().isBefore(run.endBy())) {
                stop.because(RunReport.Ending.BUDGET, "");
                return;
            }
            reading = true;
            mailbox.submit(feed::next, this::came, this::failed);
        }

        private void came(Optional<Feed.Batch<S>> batch) {
            reading = false;
            ended = batch.isEmpty();
            batch.ifPresent(RunCoordinator.this::admit);
        }

        private void failed(RuntimeException failure) {
            reading = false;
            if (!stop.becauseOf(failure)) {
                stop.because(RunReport.Ending.FAILED, Defects.describe("reading", failure));
            }
        }
    }
}
