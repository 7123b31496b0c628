package dev.drayage.engine.internal.plan;

import dev.drayage.engine.Plan;
import dev.drayage.engine.Selection;
import dev.drayage.engine.Translated;
import dev.drayage.engine.internal.context.RunContext;
import dev.drayage.engine.internal.context.TargetLook;
import dev.drayage.engine.internal.read.Feed;
import dev.drayage.engine.internal.read.FetchFeed;
import dev.drayage.engine.internal.read.SliceFeed;
import dev.drayage.engine.internal.read.WindowFeed;
import dev.drayage.engine.internal.run.EffectDecision;
import dev.drayage.engine.internal.run.EffectSight;
import dev.drayage.engine.internal.run.PlannedEchoes;
import dev.drayage.engine.internal.run.RecordDecision;
import dev.drayage.model.CommerceRecord;
import dev.drayage.model.ContentDigest;
import dev.drayage.model.RecordRef;
import dev.drayage.spi.Change;
import dev.drayage.spi.Effect;
import dev.drayage.spi.EffectKey;
import dev.drayage.spi.Existing;
import dev.drayage.spi.Violation;
import dev.drayage.store.EffectEntry;
import dev.drayage.store.EffectQuery;
import dev.drayage.store.RecordEntry;
import dev.drayage.store.RecordQuery;
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

/**
 * Says what a run would do: {@link RecordDecision} and {@link EffectDecision} decide for both, and the ports of its context refuse
 * to write (guarantee G6). Records are taken as a run takes those that are due: what settled or was parked is worked out anew, as
 * it is when the plan is applied. A record that a run would park spoils nothing for the others.
 *
 * @param <S> the record that is read
 */
public final class Planner<S extends CommerceRecord> {
    private static final String SETTLED = "everything is in its target";

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
        List<Considered<S>> considered = considered(changes);
        Known known = known(considered);
        return considered.stream().map(one -> planned(one, known)).toList();
    }

    /** A record and what is decided about it. */
    private record Considered<S extends CommerceRecord>(Change<S> change, RecordDecision decision) {}

    /** As a run decides that nobody asked for by name: only a push books what is of before go-live or was dismissed. */
    private List<Considered<S>> considered(List<Change<S>> changes) {
        Map<RecordRef, RecordEntry> entries = entries(changes);
        Set<RecordRef> written = RecordDecision.writtenHistory(run, changes);
        List<Considered<S>> considered = new ArrayList<>();
        for (Change<S> change : changes) {
            Optional<RecordEntry> before = Optional.ofNullable(entries.get(change.ref()));
            considered.add(new Considered<>(change, RecordDecision.of(run, change, before, Feed.Why.DUE, written)));
        }
        return considered;
    }

    private Map<RecordRef, RecordEntry> entries(List<Change<S>> changes) {
        Map<RecordRef, RecordEntry> entries = new HashMap<>();
        if (!changes.isEmpty()) {
            run.ledger()
                    .records(RecordQuery.builder()
                            .sync(run.sync().name())
                            .refs(changes.stream().map(Change::ref).toList())
                            .limit(changes.size())
                            .build())
                    .forEach(entry -> entries.put(entry.ref(), entry));
        }
        return entries;
    }

    private Known known(List<Considered<S>> considered) {
        Set<EffectKey> keys = new HashSet<>();
        Map<RecordRef, Translated.Effects> wanted = new HashMap<>();
        for (Considered<S> one : considered) {
            effects(one.decision()).forEach(effect -> {
                keys.add(effect.key());
                keys.addAll(effect.after());
            });
            if (one.decision() instanceof RecordDecision.Wanted all) {
                wanted.put(one.change().ref(), all.effects());
            }
        }
        Map<EffectKey, EffectEntry> entries = new HashMap<>();
        if (!keys.isEmpty()) {
            run.ledger()
                    .effects(EffectQuery.builder().keys(keys).limit(keys.size()).build())
                    .forEach(entry -> entries.put(entry.key(), entry));
        }
        PlannedEchoes echoes = PlannedEchoes.among(
                run, considered.stream().map(Considered::change).toList(), wanted, entries);
        List<Effect<?>> sought = considered.stream()
                .<Effect<?>>flatMap(one -> {
                    List<Effect<?>> all = effects(one.decision());
                    return (one.decision() instanceof RecordDecision.Wanted ? echoes.without(all) : all).stream();
                })
                .toList();
        return new Known(entries, new TargetLook(run).find(sought), echoes);
    }

    /** What a record is to write, or would have written. */
    private List<Effect<?>> effects(RecordDecision decision) {
        if (decision instanceof RecordDecision.Withdrawn off) {
            return off.withdraw().effects().stream()
                    .filter(effect -> run.ports().containsKey(TargetLook.id(effect)))
                    .<Effect<?>>map(effect -> effect)
                    .toList();
        }
        return decision instanceof RecordDecision.Wanted wanted
                ? wanted.effects().effects()
                : List.of();
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
        Optional<EffectEntry> entry(EffectKey key) {
            return Optional.ofNullable(entries.get(key));
        }

        Optional<Existing> standing(EffectKey key) {
            return Optional.ofNullable(seen.found().get(key));
        }

        /** What a run knows when it decides: it looks for nothing that the ledger or the other direction knows. */
        EffectSight sight(Effect<?> effect) {
            Optional<EffectEntry> entry = entry(effect.key());
            boolean looks = entry.isEmpty() && echoes.counterpart(effect).isEmpty();
            return new EffectSight(
                    entry,
                    looks ? standing(effect.key()) : Optional.empty(),
                    looks ? Optional.ofNullable(seen.unseen().get(effect.key())) : Optional.empty(),
                    echoes.isTurned(effect));
        }
    }

    private Plan.PlannedRecord planned(Considered<S> one, Known known) {
        RecordRef ref = one.change().ref();
        String revision = one.change()
                .fold(Change.Present::revision, gone -> "gone", hidden -> "hidden", Change.Unreadable::revision);
        return one.decision()
                .fold(
                        standing -> standing(standing.before(), revision),
                        skipped -> without(ref, Plan.Verdict.SKIP, skipped.reason(), revision),
                        parked -> without(ref, Plan.Verdict.PARK, parked.message(), revision),
                        held -> without(
                                ref, Plan.Verdict.WAIT, held.hold().reason().message(), revision),
                        hidden -> without(ref, Plan.Verdict.WAIT, hidden.reason(), revision),
                        off -> RecordDecision.calledOff(
                                        run,
                                        ref,
                                        off.withdraw(),
                                        effects(off).stream().map(known::sight).toList())
                                .map(parked -> without(ref, Plan.Verdict.PARK, parked.message(), revision))
                                .orElseGet(() -> without(
                                        ref, Plan.Verdict.SKIP, off.withdraw().reason(), revision)),
                        wanted -> known.echoes()
                                .verdict(ref)
                                .map(verdict ->
                                        without(ref, verdict, known.echoes().reason(ref), revision))
                                .orElseGet(() -> withEffects(ref, revision, wanted.effects(), known)));
    }

    private static Plan.PlannedRecord standing(RecordEntry before, String revision) {
        Plan.Verdict verdict = switch (before.state()) {
            case SETTLED -> Plan.Verdict.NOTHING;
            case SKIPPED, DISMISSED -> Plan.Verdict.SKIP;
            case PARKED -> Plan.Verdict.PARK;
            case DEFERRED, DUE, OPEN -> Plan.Verdict.WAIT;
        };
        return without(before.ref(), verdict, verdict == Plan.Verdict.NOTHING ? SETTLED : before.message(), revision);
    }

    private static Plan.PlannedRecord without(RecordRef ref, Plan.Verdict verdict, String reason, String revision) {
        return new Plan.PlannedRecord(
                ref, verdict, reason, List.of(), ContentDigest.of(ref.toString(), verdict, reason, revision));
    }

    private static Plan.PlannedRecord withEffects(
            RecordRef ref, String revision, Translated.Effects wanted, Known known) {
        List<Effect<?>> effects = known.echoes().without(wanted.effects());
        List<Plan.PlannedChange> planned = new ArrayList<>();
        List<Object> print = new ArrayList<>(List.of(ref.toString(), revision));
        Map<EffectKey, EffectKey> waiting = waiting(effects, known);
        Optional<String> parked = Optional.empty();
        Plan.Verdict verdict = Plan.Verdict.NOTHING;
        for (Effect<?> effect : effects) {
            Plan.PlannedChange change = waiting.containsKey(effect.key())
                    ? change(effect, Plan.Action.AWAIT, "", known)
                    : change(effect, known);
            planned.add(change);
            print.add(effect.key().toString());
            print.add(ContentDigest.of(effect.record()));
            print.add(change.action().name());
            print.add(change.target().map(RecordRef::toString).orElse(""));
            print.add(new TreeMap<>(change.before()));
            verdict = worse(verdict, change.action());
            if (parked.isEmpty() && !change.problems().isEmpty()) {
                parked = Optional.of(change.problems());
            }
        }
        String reason = switch (verdict) {
            case NOTHING -> SETTLED;
            case WAIT ->
                waiting.isEmpty()
                        ? "an earlier write has not ended"
                        : "waits for " + waiting.values().iterator().next();
            default -> "effects are missing at the target";
        };
        boolean writes = verdict == Plan.Verdict.WRITE || verdict == Plan.Verdict.ADOPT;
        Optional<String> concern = wanted.concerns().stream().findFirst().map(Violation::message);
        if (parked.isPresent() || (concern.isPresent() && !writes)) {
            verdict = Plan.Verdict.PARK;
            reason = concern.isPresent() ? concern.get() : parked.orElse("");
        } else if (concern.isPresent()) {
            reason += "; then it is parked: " + concern.get();
        }
        return new Plan.PlannedRecord(ref, verdict, reason, planned, ContentDigest.of(print.toArray()));
    }

    /** Which effects need another record's that is not there yet, and which: a run would defer them and what needs them. */
    private static Map<EffectKey, EffectKey> waiting(List<Effect<?>> effects, Known known) {
        Set<EffectKey> own = new HashSet<>();
        effects.forEach(effect -> own.add(effect.key()));
        Map<EffectKey, EffectKey> waiting = new LinkedHashMap<>();
        for (Effect<?> effect : effects) {
            effect.after().stream()
                    .filter(needed -> own.contains(needed)
                            ? waiting.containsKey(needed)
                            : known.entry(needed).flatMap(EffectSight::boundTo).isEmpty())
                    .findFirst()
                    .ifPresent(needed -> waiting.put(effect.key(), needed));
        }
        return waiting;
    }

    private static Plan.Verdict worse(Plan.Verdict verdict, Plan.Action action) {
        return switch (action) {
            case CREATE, UPDATE, TAKE_BACK -> Plan.Verdict.WRITE;
            case ADOPT -> verdict == Plan.Verdict.NOTHING ? Plan.Verdict.ADOPT : verdict;
            case AWAIT -> verdict == Plan.Verdict.WRITE ? verdict : Plan.Verdict.WAIT;
            case NOTHING -> verdict;
        };
    }

    /** What is decided about an effect; what a sink would refuse when the write is prepared, it tells when it looks. */
    private static Plan.PlannedChange change(Effect<?> effect, Known known) {
        EffectSight sight = known.sight(effect);
        String refused = known.standing(effect.key())
                .map(found -> found.violations().message())
                .orElse("");
        boolean stands = sight.entry().flatMap(EffectEntry::target).isPresent()
                || known.echoes().counterpart(effect).isPresent();
        return EffectDecision.of(effect, effect.digest(), sight)
                .fold(
                        underWay -> change(effect, Plan.Action.AWAIT, "", known),
                        nothing -> change(effect, Plan.Action.NOTHING, "", known),
                        accepted -> change(effect, Plan.Action.NOTHING, "", known),
                        parked -> change(
                                effect,
                                sight.entry().isPresent() ? Plan.Action.NOTHING : changing(effect, false),
                                parked.message(),
                                known),
                        adopted -> change(
                                effect, adopted.shown() ? Plan.Action.ADOPT : changing(effect, true), refused, known),
                        called -> change(effect, changing(effect, stands), refused, known));
    }

    private static Plan.Action changing(Effect<?> effect, boolean stands) {
        return switch (effect.mode()) {
            case VOID -> Plan.Action.TAKE_BACK;
            case UPDATE -> Plan.Action.UPDATE;
            default -> stands ? Plan.Action.UPDATE : Plan.Action.CREATE;
        };
    }

    private static Plan.PlannedChange change(Effect<?> effect, Plan.Action action, String problems, Known known) {
        Optional<Existing> existing = known.standing(effect.key());
        return new Plan.PlannedChange(
                effect.key(),
                effect.type().name(),
                action,
                known.entry(effect.key())
                        .flatMap(EffectEntry::target)
                        .or(() -> existing.flatMap(Existing::ref))
                        .or(() -> known.echoes().counterpart(effect)),
                existing.map(Existing::before).orElse(Map.of()),
                existing.map(Existing::after).orElse(Map.of()),
                problems);
    }
}
