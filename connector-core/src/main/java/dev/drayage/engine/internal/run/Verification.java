package dev.drayage.engine.internal.run;

import dev.drayage.engine.Outcome;
import dev.drayage.engine.internal.context.Mailbox;
import dev.drayage.engine.internal.context.RunContext;
import dev.drayage.engine.internal.context.SinkPort;
import dev.drayage.engine.internal.context.Stop;
import dev.drayage.engine.internal.news.Defects;
import dev.drayage.error.ErrorCode;
import dev.drayage.model.RecordRef;
import dev.drayage.spi.EffectKey;
import dev.drayage.spi.Finding;
import dev.drayage.spi.RecordSink;
import dev.drayage.store.EffectEntry;
import dev.drayage.store.EffectState;
import dev.drayage.store.RecordEntry;
import dev.drayage.store.RecordState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Compares what targets made of written records with what was expected, many at a time; until it was found right the ledger
 * says {@link EffectState#WRITTEN}, so neither a crash nor a change of the record forgets a fault. Used by the coordinator's thread only.
 */
final class Verification {
    private final RunContext<?> run;
    private final LedgerBuffer buffer;
    private final Mailbox mailbox;
    private final Tally tally;
    private final Stop stop;
    private final Map<SinkPort, List<EffectEntry>> waiting = new LinkedHashMap<>();
    private final Set<RecordRef> countedApplied = new HashSet<>();

    Verification(RunContext<?> run, LedgerBuffer buffer, Mailbox mailbox, Tally tally, Stop stop) {
        this.run = run;
        this.buffer = buffer;
        this.mailbox = mailbox;
        this.tally = tally;
        this.stop = stop;
    }

    /** Takes an effect in if its state says that it is to be compared. */
    void add(SinkPort sink, EffectEntry entry) {
        if (entry.state() == EffectState.WRITTEN) {
            waiting.computeIfAbsent(sink, s -> new ArrayList<>()).add(entry);
            countedApplied.add(entry.cause());
        }
    }

    /** Takes in an effect that an earlier run wrote. */
    void addEarlier(SinkPort sink, EffectEntry entry) {
        waiting.computeIfAbsent(sink, s -> new ArrayList<>()).add(entry);
    }

    /** Asks the targets: for full batches, or for all that waits. The entries must be durable. */
    void ask(boolean all) {
        for (Map.Entry<SinkPort, List<EffectEntry>> entry : waiting.entrySet()) {
            int size = Math.max(1, entry.getKey().traits().verifyBatch());
            List<EffectEntry> list = entry.getValue();
            while (list.size() >= size || (all && !list.isEmpty())) {
                List<EffectEntry> batch = List.copyOf(list.subList(0, Math.min(size, list.size())));
                list.subList(0, batch.size()).clear();
                ask(entry.getKey(), batch);
            }
        }
    }

    private void ask(SinkPort sink, List<EffectEntry> batch) {
        List<RecordSink.Written> written = new ArrayList<>();
        for (EffectEntry entry : batch) {
            entry.target()
                    .ifPresent(target -> written.add(new RecordSink.Written(entry.key(), target, entry.expectation())));
        }
        mailbox.submit(() -> sink.verify(written, run.call()), findings -> compared(batch, findings), this::failed);
    }

    /** The entries stay as they are and are compared by a later run; that nobody could compare them now is told. */
    private void failed(RuntimeException failure) {
        if (!stop.becauseOf(failure)) {
            run.news().alarm(ErrorCode.DEFECT, Defects.describe("comparing what was written", failure));
        }
    }

    private void compared(List<EffectEntry> batch, Map<EffectKey, List<Finding>> findings) {
        Instant now = run.time().instant();
        Set<EffectKey> keys = new HashSet<>();
        batch.forEach(entry -> keys.add(entry.key()));
        Map<EffectKey, EffectEntry> newest = buffer.effects(keys);
        for (EffectEntry entry : batch) {
            List<Finding> found = findings.getOrDefault(entry.key(), List.of());
            boolean wrong = found.stream().anyMatch(finding -> finding.severity() == Finding.Severity.PROBLEM);
            if (!wrong && entry.equals(newest.get(entry.key()))) {
                buffer.put(Entries.verified(entry, found, now));
            }
            found.stream()
                    .filter(finding -> finding.severity() == Finding.Severity.PROBLEM)
                    .findFirst()
                    .ifPresent(problem -> park(entry, problem.code(), problem.message(), now));
        }
    }

    private void park(EffectEntry effect, ErrorCode code, String message, Instant now) {
        RecordEntry record =
                buffer.records(run.sync().name(), List.of(effect.cause())).get(effect.cause());
        if (record == null) {
            return;
        }
        if ((record.state() == RecordState.PARKED && record.message().equals(message))
                || record.state() == RecordState.DISMISSED) {
            return;
        }
        boolean counted = countedApplied.contains(effect.cause()) && record.state() == RecordState.SETTLED;
        RecordEntry entry = RecordEntry.builder()
                .from(record)
                .state(RecordState.PARKED)
                .code(code)
                .message(message)
                .dueAt(Optional.empty())
                .updatedAt(now)
                .build();
        buffer.put(entry);
        if (counted) {
            tally.parkedAfterAll(Outcome.APPLIED);
        }
        run.news().recordEnded(effect.cause(), Outcome.PARKED, Optional.of(code), message);
        run.news().changed(Optional.of(record), entry);
        run.news().alarm(code, effect.cause(), message);
    }
}
