package dev.drayage.engine.internal.plan;

import dev.drayage.engine.Plan;
import dev.drayage.engine.Selection;
import dev.drayage.engine.Sync;
import dev.drayage.engine.Translated;
import dev.drayage.engine.internal.context.RunContext;
import dev.drayage.engine.internal.context.TargetLook;
import dev.drayage.engine.internal.news.Defects;
import dev.drayage.engine.internal.read.Feed;
import dev.drayage.engine.internal.read.FetchFeed;
import dev.drayage.engine.internal.read.SliceFeed;
import dev.drayage.engine.internal.read.WindowFeed;
import dev.drayage.engine.internal.run.PlannedEchoes;
import dev.drayage.error.ErrorCode;
import dev.drayage.model.CommerceRecord;
import dev.drayage.model.ContentDigest;
import dev.drayage.model.RecordRef;
import dev.drayage.spi.Change;
import dev.drayage.spi.Effect;
import dev.drayage.spi.EffectKey;
import dev.drayage.spi.Existing;
import dev.drayage.spi.Violations;
import dev.drayage.store.EffectEntry;
import dev.drayage.store.EffectQuery;
import dev.drayage.store.EffectState;
import dev.drayage.store.RecordEntry;
import dev.drayage.store.RecordQuery;
import dev.drayage.store.RecordState;
import dev.drayage.store.SyncState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Works out what a run would do; the ports of its context refuse to write (guarantee G6). A record that a run would park spoils
 * nothing for the others.
 *
 * @param <S> the record that is read
 */
public final class Planner<S extends CommerceRecord> {
    private final RunContext<S> run;
    private final SyncState state;

    public Planner(RunContext<S> run, SyncState state) {
        this.run = run;
        this.state = state;
    }

    public Plan plan(Selection selection) {
        List<Plan.PlannedRecord> planned = new ArrayList<>();
        Feed<S> feed = feed(selection);
        boolean complete = false;
        while (planned.size() < selection.limit()) {
            Optional<Feed.Batch<S>> batch = feed.next();
            if (batch.isEmpty()) {
                complete = true;
                break;
            }
            List<Change<S>> changes = batch.get().changes();
            int room = selection.limit() - planned.size();
            planned.addAll(plan(changes.subList(0, Math.min(room, changes.size()))));
            complete = !selection.refs().isEmpty()
                    && planned.size() == selection.refs().size();
        }
        return new Plan(run.sync().name(), run.time().instant(), planned, complete);
    }

    /** Plans records that were read, with one look at the ledger and one at each target. */
    List<Plan.PlannedRecord> plan(List<Change<S>> changes) {
        Map<RecordRef, RecordEntry> taken = takenByPeople(changes);
        Map<RecordRef, Translated> translated = new LinkedHashMap<>();
        Set<EffectKey> keys = new HashSet<>();
        for (Change<S> change : changes) {
            if (change instanceof Change.Present<S> present) {
                Translated wanted = translated(present);
                translated.put(change.ref(), wanted);
                effects(wanted).forEach(effect -> {
                    keys.add(effect.key());
                    keys.addAll(effect.after());
                });
            }
        }
        Map<EffectKey, EffectEntry> entries = new HashMap<>();
        if (!keys.isEmpty()) {
            run.ledger()
                    .effects(EffectQuery.builder().keys(keys).limit(keys.size()).build())
                    .forEach(entry -> entries.put(entry.key(), entry));
        }
        PlannedEchoes echoes = PlannedEchoes.among(run, changes, translated, entries);
        List<Effect<?>> wanted = translated.values().stream()
                .<Effect<?>>flatMap(one ->
                        (one instanceof Translated.Effects all ? echoes.without(all.effects()) : effects(one)).stream())
                .toList();
        TargetLook.Seen seen = new TargetLook(run).find(wanted);
        return changes.stream()
                .map(change -> {
                    RecordEntry entry = taken.get(change.ref());
                    return entry == null
                            ? planned(change, translated, new Known(entries, seen, echoes))
                            : without(
                                    change.ref(),
                                    entry.state() == RecordState.DISMISSED ? Plan.Verdict.SKIP : Plan.Verdict.PARK,
                                    entry.message(),
                                    entry.revision());
                })
                .toList();
    }

    /** A record that a run would park for its translation is planned so, and costs the others nothing. */
    private Translated translated(Change.Present<S> present) {
        try {
            Translated wanted = run.sync().translation().translate(present.record());
            if (wanted instanceof Translated.Effects effects) {
                for (Effect<?> effect : effects.effects()) {
                    Sync.SinkId id = TargetLook.id(effect);
                    if (!run.ports().containsKey(id)) {
                        return parked("the translation writes " + id.type() + " to " + id.account()
                                + ", which is no sink of this sync");
                    }
                }
            }
            return wanted;
        } catch (RuntimeException e) {
            return parked(Defects.describe("translating " + present.ref(), e));
        }
    }

    private static Translated parked(String why) {
        return new Translated.Park(Violations.of(ErrorCode.DEFECT, "", why));
    }

    /** What a translation would write, or would have written. */
    private List<Effect<?>> effects(Translated wanted) {
        if (wanted instanceof Translated.Withdraw withdraw) {
            return withdraw.effects().stream()
                    .filter(effect -> run.ports().containsKey(TargetLook.id(effect)))
                    .<Effect<?>>map(effect -> effect)
                    .toList();
        }
        return wanted instanceof Translated.Effects effects ? effects.effects() : List.of();
    }

    /** Records of which a person said that nothing is to become of them; a push by name books them all the same. */
    private Map<RecordRef, RecordEntry> takenByPeople(List<Change<S>> changes) {
        Map<RecordRef, RecordEntry> taken = new HashMap<>();
        if (!changes.isEmpty()) {
            run
                    .ledger()
                    .records(RecordQuery.builder()
                            .sync(run.sync().name())
                            .refs(changes.stream().map(Change::ref).toList())
                            .limit(changes.size())
                            .build())
                    .stream()
                    .filter(RecordEntry::isAPersonsMatter)
                    .forEach(entry -> taken.put(entry.ref(), entry));
        }
        return taken;
    }

    private Feed<S> feed(Selection selection) {
        if (!selection.refs().isEmpty()) {
            return new FetchFeed<>(
                    run, FetchFeed.asked(Feed.Why.PUSHED, selection.refs().iterator()));
        }
        return selection
                .window()
                .<Feed<S>>map(window -> new WindowFeed<>(run, window))
                .orElseGet(() -> new SliceFeed<>(run, state));
    }

    /** What the ledger and the targets know of what is planned. */
    private record Known(Map<EffectKey, EffectEntry> entries, TargetLook.Seen seen, PlannedEchoes echoes) {
        Optional<Existing> standing(EffectKey key) {
            return Optional.ofNullable(seen.found().get(key));
        }

        /** Why a target could not be looked at: a run would park the record for it, if it had to look. */
        Optional<Violations> unseen(EffectKey key) {
            return Optional.ofNullable(seen.unseen().get(key)).filter(why -> !entries.containsKey(key));
        }
    }

    private Plan.PlannedRecord planned(Change<S> change, Map<RecordRef, Translated> translated, Known known) {
        return change.fold(
                present -> {
                    boolean tooOld = run.goLive()
                            .flatMap(start -> present.createdAt().map(made -> made.isBefore(start)))
                            .orElse(false);
                    if (tooOld) {
                        return without(change.ref(), Plan.Verdict.SKIP, "made before go-live", present.revision());
                    }
                    Translated wanted = translated.get(change.ref());
                    if (wanted == null) {
                        throw new IllegalStateException("a record was not translated");
                    }
                    return wanted.fold(
                            effects -> known.echoes()
                                    .verdict(change.ref())
                                    .map(verdict -> without(
                                            change.ref(),
                                            verdict,
                                            known.echoes().reason(change.ref()),
                                            present.revision()))
                                    .orElseGet(() ->
                                            withEffects(present, known.echoes().without(effects.effects()), known)),
                            skip -> without(change.ref(), Plan.Verdict.SKIP, skip.reason(), present.revision()),
                            hold -> without(
                                    change.ref(),
                                    Plan.Verdict.WAIT,
                                    hold.reason().message(),
                                    present.revision()),
                            withdraw -> without(
                                    change.ref(),
                                    withdraw.effects().stream()
                                                    .anyMatch(
                                                            effect -> stands(effect, known) || isUnclear(effect, known))
                                            ? Plan.Verdict.PARK
                                            : Plan.Verdict.SKIP,
                                    withdraw.reason(),
                                    present.revision()),
                            park -> without(
                                    change.ref(),
                                    Plan.Verdict.PARK,
                                    park.violations().message(),
                                    present.revision()));
                },
                gone -> without(change.ref(), Plan.Verdict.SKIP, "gone at the source", "gone"),
                hidden -> without(change.ref(), Plan.Verdict.WAIT, hidden.reason(), "hidden"),
                unreadable -> without(change.ref(), Plan.Verdict.PARK, unreadable.message(), unreadable.revision()));
    }

    private static boolean stands(Effect<?> effect, Known known) {
        EffectEntry entry = known.entries().get(effect.key());
        return entry == null
                ? known.standing(effect.key()).flatMap(Existing::ref).isPresent()
                : entry.state() != EffectState.ABSENT;
    }

    /** Nobody can say whether it stands there. */
    private static boolean isUnclear(Effect<?> effect, Known known) {
        return known.unseen(effect.key()).isPresent()
                || known.standing(effect.key())
                        .map(Existing::violations)
                        .filter(found -> !found.isEmpty() && found.code() == ErrorCode.MATCH_AMBIGUOUS)
                        .isPresent();
    }

    private static Plan.PlannedRecord without(RecordRef ref, Plan.Verdict verdict, String reason, String revision) {
        return new Plan.PlannedRecord(
                ref, verdict, reason, List.of(), ContentDigest.of(ref.toString(), verdict, reason, revision));
    }

    private Plan.PlannedRecord withEffects(Change.Present<S> present, List<Effect<?>> effects, Known known) {
        List<Plan.PlannedChange> planned = new ArrayList<>();
        List<Object> print = new ArrayList<>(List.of(present.ref().toString(), present.revision()));
        Map<EffectKey, EffectKey> waiting = waiting(effects, known.entries());
        Plan.Verdict verdict = Plan.Verdict.NOTHING;
        String reason = "everything is in its target";
        for (Effect<?> effect : effects) {
            Optional<EffectEntry> entry = Optional.ofNullable(known.entries().get(effect.key()));
            Optional<Existing> existing = known.standing(effect.key());
            Plan.Action action = waiting.containsKey(effect.key())
                    ? Plan.Action.AWAIT
                    : action(effect, entry, existing, known.echoes());
            Plan.PlannedChange change = change(effect, action, entry, existing, known.echoes());
            planned.add(change);
            print.add(effect.key().toString());
            print.add(ContentDigest.of(effect.record()));
            print.add(change.action().name());
            print.add(change.target().map(RecordRef::toString).orElse(""));
            print.add(new TreeMap<>(change.before()));
            Optional<Violations> unseen = known.unseen(effect.key());
            if (unseen.isPresent() || !change.problems().isEmpty()) {
                verdict = Plan.Verdict.PARK;
                reason = unseen.map(Violations::message).orElse(change.problems());
            } else if (verdict != Plan.Verdict.PARK) {
                verdict = worse(verdict, change.action());
                reason = switch (verdict) {
                    case NOTHING -> reason;
                    case WAIT ->
                        waiting.isEmpty()
                                ? "an earlier write has not ended"
                                : "waits for " + waiting.values().iterator().next();
                    default -> "effects are missing at the target";
                };
            }
        }
        return new Plan.PlannedRecord(present.ref(), verdict, reason, planned, ContentDigest.of(print.toArray()));
    }

    /** Which effects need another record's that is not there yet, and which: a run would defer them and what needs them. */
    private static Map<EffectKey, EffectKey> waiting(List<Effect<?>> effects, Map<EffectKey, EffectEntry> entries) {
        Set<EffectKey> own = new HashSet<>();
        effects.forEach(effect -> own.add(effect.key()));
        Map<EffectKey, EffectKey> waiting = new LinkedHashMap<>();
        for (Effect<?> effect : effects) {
            effect.after().stream()
                    .filter(needed -> own.contains(needed) ? waiting.containsKey(needed) : !holds(entries.get(needed)))
                    .findFirst()
                    .ifPresent(needed -> waiting.put(effect.key(), needed));
        }
        return waiting;
    }

    private static boolean holds(@Nullable EffectEntry entry) {
        return entry != null
                && (entry.state() == EffectState.BOUND || entry.state() == EffectState.WRITTEN)
                && entry.target().isPresent();
    }

    private static Plan.Verdict worse(Plan.Verdict verdict, Plan.Action action) {
        return switch (action) {
            case CREATE, UPDATE, TAKE_BACK -> Plan.Verdict.WRITE;
            case ADOPT -> verdict == Plan.Verdict.NOTHING ? Plan.Verdict.ADOPT : verdict;
            case AWAIT -> verdict == Plan.Verdict.WRITE ? verdict : Plan.Verdict.WAIT;
            case NOTHING -> verdict;
        };
    }

    private static Plan.PlannedChange change(
            Effect<?> effect,
            Plan.Action action,
            Optional<EffectEntry> entry,
            Optional<Existing> existing,
            PlannedEchoes echoes) {
        boolean quiet = action == Plan.Action.NOTHING || action == Plan.Action.AWAIT;
        return new Plan.PlannedChange(
                effect.key(),
                effect.type().name(),
                action,
                entry.flatMap(EffectEntry::target)
                        .or(() -> existing.flatMap(Existing::ref))
                        .or(() -> echoes.counterpart(effect)),
                existing.map(Existing::before).orElse(Map.of()),
                existing.map(Existing::after).orElse(Map.of()),
                changedAfterBooking(effect, entry)
                        ? "its lines or amounts are not those that were booked"
                        : quiet
                                ? ""
                                : existing.map(e -> e.violations().message()).orElse(""));
    }

    private static boolean changedAfterBooking(Effect<?> effect, Optional<EffectEntry> entry) {
        return effect.mode() == Effect.Mode.CREATE_ONCE
                && !effect.substance().isEmpty()
                && entry.map(e -> (e.state() == EffectState.BOUND || e.state() == EffectState.WRITTEN)
                                && !e.boundDigest().equals(effect.digest()))
                        .orElse(false);
    }

    private static Plan.Action changing(Effect<?> effect) {
        return effect.mode() == Effect.Mode.VOID ? Plan.Action.TAKE_BACK : Plan.Action.UPDATE;
    }

    private static Plan.Action action(
            Effect<?> effect, Optional<EffectEntry> entry, Optional<Existing> existing, PlannedEchoes echoes) {
        boolean known = entry.map(e -> e.state() == EffectState.BOUND || e.state() == EffectState.WRITTEN)
                .orElse(false);
        boolean open = entry.map(e -> e.state() == EffectState.INTENT || e.state() == EffectState.PENDING)
                .orElse(false);
        if (open) {
            return Plan.Action.AWAIT;
        }
        boolean createOnce = effect.mode() == Effect.Mode.CREATE_ONCE;
        if (known) {
            boolean same =
                    entry.map(e -> e.boundDigest().equals(effect.digest())).orElse(false) && !echoes.isTurned(effect);
            return createOnce || same ? Plan.Action.NOTHING : changing(effect);
        }
        if (echoes.counterpart(effect).isPresent()) {
            return changing(effect);
        }
        boolean makesNothing = effect.mode() == Effect.Mode.VOID || effect.mode() == Effect.Mode.UPDATE;
        Optional<Existing> found = existing.filter(e -> e.ref().isPresent() && !(makesNothing && entry.isPresent()));
        if (found.isPresent()) {
            return createOnce || found.get().before().equals(found.get().after())
                    ? Plan.Action.ADOPT
                    : changing(effect);
        }
        return makesNothing ? Plan.Action.NOTHING : Plan.Action.CREATE;
    }
}
