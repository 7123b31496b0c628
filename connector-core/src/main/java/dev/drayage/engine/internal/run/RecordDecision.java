package dev.drayage.engine.internal.run;

import dev.drayage.engine.Translated;
import dev.drayage.engine.internal.context.RunContext;
import dev.drayage.engine.internal.context.TargetLook;
import dev.drayage.engine.internal.news.Defects;
import dev.drayage.engine.internal.read.Feed;
import dev.drayage.error.ErrorCode;
import dev.drayage.model.CommerceRecord;
import dev.drayage.model.RecordRef;
import dev.drayage.spi.Change;
import dev.drayage.spi.Effect;
import dev.drayage.spi.EffectKey;
import dev.drayage.spi.Existing;
import dev.drayage.spi.SourceTraits;
import dev.drayage.spi.Violations;
import dev.drayage.store.EffectEntry;
import dev.drayage.store.EffectQuery;
import dev.drayage.store.EffectState;
import dev.drayage.store.RecordEntry;
import dev.drayage.store.RecordState;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What is to become of a record that was read: a run does it, and a plan says it (guarantee G6). Decided from the ledger, from
 * go-live and from the record's translation; nothing is written. Immutable.
 */
public sealed interface RecordDecision {
    /**
     * What it came to stands, whatever was read now.
     *
     * @param before how it stands
     * @param revision which revision is answered by that
     */
    record Standing(RecordEntry before, String revision) implements RecordDecision {}

    /** Nothing is to be done. */
    record Skipped(String reason) implements RecordDecision {}

    /** A person must act. */
    record Parked(ErrorCode code, String message) implements RecordDecision {}

    /** Its translation holds it. */
    record Held(Translated.Hold hold) implements RecordDecision {}

    /** Its source does not show it now. */
    record Hidden(String reason) implements RecordDecision {}

    /** It was called off; what it comes to is {@link #calledOff decided} once its effects were looked at. */
    record Withdrawn(Translated.Withdraw withdraw) implements RecordDecision {}

    /** Each of at least one effect has its own {@link EffectDecision} and goes to a sink of the sync. */
    record Wanted(Translated.Effects effects) implements RecordDecision {}

    /**
     * Those from before go-live of which the ledger knows something that they caused: such a record is followed all the same. Asked
     * for a page at once.
     */
    static <S extends CommerceRecord> Set<RecordRef> writtenHistory(RunContext<S> run, List<Change<S>> changes) {
        return written(
                run,
                changes.stream()
                        .filter(change -> change instanceof Change.Present<S> present && run.isBeforeGoLive(present))
                        .map(Change::ref)
                        .toList());
    }

    /**
     * Decides for a record.
     *
     * @param before what the ledger knows of it
     * @param why what made it come
     * @param written {@link #writtenHistory} of the page
     */
    static <S extends CommerceRecord> RecordDecision of(
            RunContext<S> run, Change<S> change, Optional<RecordEntry> before, Feed.Why why, Set<RecordRef> written) {
        if (before.isPresent() && before.get().isAPersonsMatter() && why != Feed.Why.PUSHED) {
            return new Standing(before.get(), before.get().revision());
        }
        return change.fold(
                present -> present(run, present, before, why, written),
                gone -> gone(run, gone.ref(), before),
                hidden -> new Hidden(hidden.reason()),
                unreadable -> new Parked(unreadable.code(), unreadable.message()));
    }

    /**
     * Why a person must act on a record that was called off; if it was never booked nobody needs to, and it is skipped.
     *
     * @param effects what is known of what would have been written
     */
    static Optional<Parked> calledOff(
            RunContext<?> run, RecordRef ref, Translated.Withdraw withdraw, List<EffectSight> effects) {
        if (wasWritten(run, ref)) {
            return Optional.of(new Parked(ErrorCode.WITHDRAWN_AFTER_BOOKING, withdraw.reason()));
        }
        for (EffectSight effect : effects) {
            if (effect.mayStand()) {
                return Optional.of(new Parked(ErrorCode.WITHDRAWN_AFTER_BOOKING, withdraw.reason()));
            }
            Optional<Violations> unclear = effect.found().isEmpty()
                    ? effect.unseen()
                    : effect.found().map(Existing::violations).filter(RecordDecision::isAmbiguous);
            if (unclear.isPresent()) {
                return unclear.map(why -> new Parked(why.code(), why.message()));
            }
        }
        return Optional.empty();
    }

    /** The one function that fits. */
    default <R> R fold(
            Function<Standing, R> standing,
            Function<Skipped, R> skipped,
            Function<Parked, R> parked,
            Function<Held, R> held,
            Function<Hidden, R> hidden,
            Function<Withdrawn, R> withdrawn,
            Function<Wanted, R> wanted) {
        if (this instanceof Standing d) {
            return standing.apply(d);
        } else if (this instanceof Skipped d) {
            return skipped.apply(d);
        } else if (this instanceof Parked d) {
            return parked.apply(d);
        } else if (this instanceof Held d) {
            return held.apply(d);
        } else if (this instanceof Hidden d) {
            return hidden.apply(d);
        } else if (this instanceof Withdrawn d) {
            return withdrawn.apply(d);
        }
        return wanted.apply((Wanted) this);
    }

    private static <S extends CommerceRecord> RecordDecision present(
            RunContext<S> run,
            Change.Present<S> change,
            Optional<RecordEntry> before,
            Feed.Why why,
            Set<RecordRef> written) {
        String revision = run.revision(change.revision());
        if (before.isPresent() && isAnswered(before.get(), change, revision, why)) {
            return new Standing(before.get(), revision);
        }
        boolean admitted =
                why == Feed.Why.PUSHED || before.map(RecordEntry::admitted).orElse(false);
        if (run.isBeforeGoLive(change) && !admitted && !written.contains(change.ref())) {
            return new Skipped("made before go-live");
        }
        Translated translated;
        try {
            translated = run.sync().translation().translate(change.record());
        } catch (RuntimeException e) {
            return new Parked(ErrorCode.DEFECT, Defects.describe("translating " + change.ref(), e));
        }
        return translated.fold(
                effects -> wanted(run, effects),
                skip -> new Skipped(skip.reason()),
                Held::new,
                Withdrawn::new,
                park -> new Parked(park.violations().code(), park.violations().message()));
    }

    /** Whether what the record came to answers this observation too. */
    private static boolean isAnswered(RecordEntry before, Change.Present<?> change, String revision, Feed.Why why) {
        boolean older =
                before.changedAt().map(at -> at.isAfter(change.changedAt())).orElse(false);
        if (older) {
            return true;
        }
        return why == Feed.Why.READ
                && before.revision().equals(revision)
                && before.state() != RecordState.DUE
                && before.state() != RecordState.OPEN;
    }

    private static RecordDecision wanted(RunContext<?> run, Translated.Effects wanted) {
        Set<EffectKey> keys = new HashSet<>();
        for (Effect<?> effect : wanted.effects()) {
            if (!run.ports().containsKey(TargetLook.id(effect))) {
                return new Parked(
                        ErrorCode.DEFECT,
                        "the translation writes " + effect.type().name() + " to "
                                + effect.key().target() + ", which is no sink of this sync");
            }
            if (!keys.add(effect.key())) {
                return new Parked(ErrorCode.DEFECT, "the translation uses the key " + effect.key() + " twice");
            }
        }
        return keys.isEmpty() ? new Skipped("its translation wants no effect") : new Wanted(wanted);
    }

    private static RecordDecision gone(RunContext<?> run, RecordRef ref, Optional<RecordEntry> before) {
        boolean settled =
                before.map(entry -> entry.state() == RecordState.SETTLED).orElse(false);
        if (settled && run.sync().source().traits().kind() == SourceTraits.Kind.BACKLOG) {
            // such a source keeps only what waits
            return new Standing(before.get(), "gone");
        }
        boolean wasBooked =
                before.map(entry -> entry.state() == RecordState.SETTLED).orElse(false) || wasWritten(run, ref);
        if (wasBooked) {
            return new Parked(ErrorCode.RECORD_GONE, "it was booked and is gone at the source");
        }
        boolean awaited =
                before.map(entry -> entry.state() != RecordState.SKIPPED).orElse(false);
        return awaited
                ? new Parked(ErrorCode.RECORD_GONE, "it was to be booked and is gone at the source")
                : new Skipped(before.isPresent() ? "gone at the source" : "not to be found at the source");
    }

    /** Whether the ledger knows of anything that the record caused, whatever it would cause now. */
    private static boolean wasWritten(RunContext<?> run, RecordRef ref) {
        return !written(run, List.of(ref)).isEmpty();
    }

    private static Set<RecordRef> written(RunContext<?> run, List<RecordRef> refs) {
        Set<RecordRef> written = new HashSet<>();
        Optional<EffectKey> after = Optional.empty();
        boolean more = !refs.isEmpty();
        while (more) {
            EffectQuery query = EffectQuery.builder().causes(refs).after(after).build();
            List<EffectEntry> page = run.ledger().effects(query);
            for (EffectEntry effect : page) {
                after = Optional.of(effect.key());
                if (effect.state() != EffectState.ABSENT) {
                    written.add(effect.cause());
                }
            }
            more = page.size() == query.limit();
        }
        return written;
    }

    /** Several records that may be it stand at the target; any other violation says that none does. */
    private static boolean isAmbiguous(Violations violations) {
        return !violations.isEmpty() && violations.code() == ErrorCode.MATCH_AMBIGUOUS;
    }
}
