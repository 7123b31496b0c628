package dev.drayage.engine.internal.compare;

import dev.drayage.engine.ComparisonReport.Verdict;
import dev.drayage.engine.Translated;
import dev.drayage.engine.internal.context.RunContext;
import dev.drayage.engine.internal.read.Reach;
import dev.drayage.model.CommerceRecord;
import dev.drayage.model.RecordRef;
import dev.drayage.spi.Change;
import dev.drayage.spi.Effect;
import dev.drayage.store.RecordEntry;
import dev.drayage.store.RecordState;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Compares what a source shows with what the ledger knows of it, and says of which records the targets have to be looked at. Used by
 * one thread.
 *
 * @param <S> the record that is read
 */
final class SourceSide<S extends CommerceRecord> {
    private final RunContext<S> run;
    private final Map<RecordRef, RecordEntry> known;
    private final Reach reach;

    /**
     * A page of a source.
     *
     * @param known what the ledger knew of its records, asked after the page was read
     * @param reach what the sync had read before the page was
     */
    SourceSide(RunContext<S> run, Map<RecordRef, RecordEntry> known, Reach reach) {
        this.run = run;
        this.known = known;
        this.reach = reach;
    }

    /**
     * What the comparison of one record with the ledger comes to.
     *
     * @param compared the verdict, or what it is if all effects stand at their targets as they should
     * @param effects which to look for; none if the verdict stands
     */
    record Sight(Compared compared, List<Effect<?>> effects) {
        static Sight of(Compared compared) {
            return new Sight(compared, List.of());
        }
    }

    Sight see(Change<S> change) {
        Optional<RecordEntry> entry = Optional.ofNullable(known.get(change.ref()));
        return change.fold(
                present -> present(present, entry),
                gone -> Sight.of(lost(gone.ref(), entry, "the source has deleted it")),
                hidden -> Sight.of(lost(hidden.ref(), entry, hidden.reason())),
                unreadable -> Sight.of(unreadable(unreadable, entry)));
    }

    /** How a record stands of which nothing needs to be looked at, because the ledger says so itself. */
    static Compared byLedger(RecordEntry entry) {
        Verdict verdict = switch (entry.state()) {
            case SETTLED -> Verdict.NOT_COMPARED;
            case SKIPPED -> Verdict.SKIPPED;
            case DISMISSED -> Verdict.DISMISSED;
            case PARKED -> Verdict.PARKED;
            case DEFERRED -> Verdict.DEFERRED;
            case OPEN, DUE -> Verdict.OPEN;
        };
        return Compared.of(entry.ref(), verdict, entry.message());
    }

    private static Compared lost(RecordRef ref, Optional<RecordEntry> entry, String why) {
        if (entry.isEmpty()) {
            return Compared.of(ref, Verdict.NOT_COMPARED, why);
        }
        return entry.get().state() == RecordState.SETTLED
                ? Compared.of(ref, Verdict.GONE, "it was booked, and is not to be seen at the source: " + why)
                : byLedger(entry.get());
    }

    private Compared unreadable(Change.Unreadable<S> change, Optional<RecordEntry> entry) {
        if (entry.isPresent()) {
            return entry.get().state() == RecordState.SETTLED
                    ? Compared.of(change.ref(), Verdict.NOT_COMPARED, change.message())
                    : byLedger(entry.get());
        }
        return reach.until().isEmpty()
                ? Compared.of(change.ref(), Verdict.AHEAD, "the sync has not read yet")
                : unseen(change.ref(), change.message());
    }

    private Sight present(Change.Present<S> change, Optional<RecordEntry> entry) {
        RecordRef ref = change.ref();
        boolean read = reach.covers(change.changedAt());
        if (entry.isEmpty()) {
            if (run.isBeforeGoLive(change)) {
                return Sight.of(Compared.of(ref, Verdict.SKIPPED, "made before go-live"));
            }
            if (reach.isBefore(change.changedAt())) {
                return Sight.of(Compared.of(ref, Verdict.SKIPPED, "it changed last before the sync began to read"));
            }
            return read
                    ? unknown(change)
                    : Sight.of(Compared.of(ref, Verdict.AHEAD, "the sync has not read so far yet"));
        }
        RecordEntry before = entry.get();
        if (before.state() != RecordState.SETTLED && before.state() != RecordState.SKIPPED) {
            return Sight.of(byLedger(before));
        }
        if (before.changedAt().map(at -> at.isAfter(change.changedAt())).orElse(false)) {
            return Sight.of(Compared.of(ref, Verdict.MOVED, "the sync knows a later change"));
        }
        if (!before.isAbout(change.revision())) {
            return Sight.of(
                    read
                            ? Compared.of(
                                            ref,
                                            Verdict.CHANGE_UNSEEN,
                                            "it changed at " + change.changedAt()
                                                    + ", up to which the sync has read without seeing that")
                                    .andBookable()
                            : Compared.of(ref, Verdict.AHEAD, "the sync has not read its last change yet"));
        }
        return before.state() == RecordState.SKIPPED ? Sight.of(byLedger(before)) : settled(change);
    }

    private static Compared unseen(RecordRef ref, String more) {
        return Compared.of(ref, Verdict.UNSEEN, "the sync never saw it" + (more.isEmpty() ? "" : ": " + more))
                .andBookable();
    }

    private Sight unknown(Change.Present<S> change) {
        RecordRef ref = change.ref();
        return translated(change)
                .map(translated -> translated.fold(
                        effects -> new Sight(unseen(ref, ""), effects.effects()),
                        skip -> Sight.of(Compared.of(ref, Verdict.SKIPPED, skip.reason())),
                        hold -> Sight.of(unseen(ref, hold.reason().message())),
                        withdraw -> Sight.of(Compared.of(ref, Verdict.SKIPPED, withdraw.reason())),
                        park -> Sight.of(unseen(ref, park.violations().message()))))
                .orElseGet(() -> Sight.of(unseen(ref, "its translation fails")));
    }

    private Sight settled(Change.Present<S> change) {
        RecordRef ref = change.ref();
        return translated(change)
                .filter(Translated.Effects.class::isInstance)
                .map(translated ->
                        new Sight(Compared.of(ref, Verdict.SAME, ""), ((Translated.Effects) translated).effects()))
                .orElseGet(() -> Sight.of(Compared.of(
                        ref, Verdict.NOT_COMPARED, "it was booked, and would be translated otherwise by now")));
    }

    private Optional<Translated> translated(Change.Present<S> change) {
        try {
            return Optional.of(run.sync().translation().translate(change.record()));
        } catch (RuntimeException e) {
            return Optional.empty(); // a run parks it with where it failed
        }
    }
}
