package dev.drayage.engine.internal.compare;

import dev.drayage.engine.ComparisonReport.Verdict;
import dev.drayage.engine.internal.context.RunContext;
import dev.drayage.engine.internal.context.SinkPort;
import dev.drayage.engine.internal.context.TargetLook;
import dev.drayage.engine.internal.run.EffectDecision;
import dev.drayage.engine.internal.run.EffectSight;
import dev.drayage.error.ErrorCode;
import dev.drayage.model.RecordRef;
import dev.drayage.spi.Effect;
import dev.drayage.spi.EffectKey;
import dev.drayage.spi.Existing;
import dev.drayage.spi.SinkTraits;
import dev.drayage.store.EffectEntry;
import dev.drayage.store.EffectQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Compares what a record's effects would write with what stands at their targets and with what the ledger says was written. What
 * only changes or takes back other records is missing nowhere. Used by one thread.
 */
final class TargetSide {
    /** The gravest first; others are no fault. */
    private static final List<Verdict> GRAVITY = List.of(
            Verdict.DOUBLED,
            Verdict.MISSING,
            Verdict.DRIFTED,
            Verdict.OPEN,
            Verdict.MOVED,
            Verdict.NOT_COMPARED,
            Verdict.SAME);

    private final RunContext<?> run;
    private final Map<EffectKey, EffectEntry> entries;
    private final Map<EffectKey, Existing> standing;

    /**
     * A page's effects.
     *
     * @param entries what the ledger knew of them, asked before the targets were
     * @param standing what stands at the targets
     */
    TargetSide(RunContext<?> run, Map<EffectKey, EffectEntry> entries, Map<EffectKey, Existing> standing) {
        this.run = run;
        this.entries = entries;
        this.standing = standing;
    }

    /** The verdict on a record whose source side was seen. */
    Compared look(SourceSide.Sight sight) {
        Compared compared = sight.compared();
        boolean everWritten = sight.effects().stream().anyMatch(effect -> isWritten(entries.get(effect.key())));
        if (compared.verdict() == Verdict.UNSEEN && !everWritten) {
            return unseen(compared, sight.effects());
        }
        return sight.effects().stream()
                .map(effect -> look(compared.ref(), effect))
                .min(Comparator.comparingInt(one -> GRAVITY.indexOf(one.verdict())))
                .orElse(compared);
    }

    /** Never seen by the sync: a run may book it, unless it stands there by another hand. */
    private Compared unseen(Compared compared, List<Effect<?>> effects) {
        for (Effect<?> effect : effects) {
            if (isUnderWay(entries.get(effect.key()))) {
                return Compared.of(compared.ref(), Verdict.OPEN, "an effect was sent and has not ended");
            }
        }
        for (Effect<?> effect : effects) {
            Existing there = standing.get(effect.key());
            if (EffectDecision.makesNothing(effect) || isState(effect)) {
                continue;
            }
            if (there == null) {
                return new Compared(
                        compared.ref(),
                        Verdict.UNSEEN,
                        Optional.of(effect.key()),
                        Optional.empty(),
                        compared.message() + "; its target could not be looked at",
                        false);
            }
            if (there.ref().isPresent() || isAmbiguous(there)) {
                String stands = there.ref()
                        .map(ref -> ref + " stands there for it, by another hand")
                        .orElseGet(() -> there.violations().message());
                return new Compared(
                        compared.ref(),
                        Verdict.UNSEEN,
                        Optional.of(effect.key()),
                        there.ref(),
                        compared.message() + "; " + stands + ": push it, which looks first and adopts, or dismiss it",
                        false);
            }
        }
        return compared;
    }

    private Compared look(RecordRef ref, Effect<?> effect) {
        EffectEntry entry = entries.get(effect.key());
        Existing there = standing.get(effect.key());
        if (effect.mode() == Effect.Mode.VOID) {
            return Compared.of(ref, Verdict.SAME, "");
        }
        if (isUnderWay(entry)) {
            return Compared.of(ref, Verdict.OPEN, "an effect was sent and has not ended");
        }
        if (there == null) {
            return Compared.of(ref, Verdict.NOT_COMPARED, "its target could not be looked at");
        }
        Optional<RecordRef> target =
                there.ref().or(() -> Optional.ofNullable(entry).flatMap(EffectEntry::target));
        if (!there.doubles().isEmpty() || isAmbiguous(there)) {
            String others = there.doubles().isEmpty()
                    ? there.violations().message()
                    : there.doubles().stream().map(RecordRef::toString).collect(Collectors.joining(" and "))
                            + " at the target look as if they stood for it too";
            return new Compared(ref, Verdict.DOUBLED, Optional.of(effect.key()), target, others, false);
        }
        boolean shown = there.ref().isPresent() || !there.before().isEmpty();
        if (shown) {
            return drift(ref, effect, entry, there, target);
        }
        return EffectDecision.makesNothing(effect)
                ? Compared.of(ref, Verdict.SAME, "")
                : absent(ref, effect, entry, there);
    }

    private Compared absent(RecordRef ref, Effect<?> effect, @Nullable EffectEntry entry, Existing there) {
        if (entry == null || !isWritten(entry)) {
            return run.twoWay()
                    ? Compared.of(ref, Verdict.SAME, "") // it may be an echo, which is told to nobody
                    : new Compared(
                            ref,
                            Verdict.MISSING,
                            Optional.of(effect.key()),
                            Optional.empty(),
                            "its " + effect.type() + " was never booked" + because(there),
                            true);
        }
        if (!entry.note().isEmpty() || (run.twoWay() && comesFromThere(entry))) {
            return Compared.of(ref, Verdict.SAME, ""); // it is known there by another sign than our key
        }
        if (isFresh(effect, entry)) {
            return Compared.of(ref, Verdict.MOVED, "it was booked so shortly before that the target may not show it");
        }
        return new Compared(
                ref,
                Verdict.MISSING,
                Optional.of(effect.key()),
                entry.target(),
                "it was booked as " + entry.target().map(RecordRef::toString).orElse(entry.nativeKey())
                        + ", which is not to be seen at the target" + because(there),
                false);
    }

    private static String because(Existing there) {
        return there.violations().isEmpty() ? "" : " (" + there.violations().message() + ")";
    }

    private Compared drift(
            RecordRef ref, Effect<?> effect, @Nullable EffectEntry entry, Existing there, Optional<RecordRef> target) {
        List<String> differing = new ArrayList<>();
        new TreeMap<>(there.after()).forEach((field, wanted) -> {
            String held = there.before().get(field);
            if (held != null && !held.equals(wanted)) {
                differing.add(field + " is " + held + " instead of " + wanted);
            }
        });
        boolean accepted =
                entry != null && isWritten(entry) && (entry.boundDigest().isEmpty() || isAccepted(entry));
        if (differing.isEmpty() || accepted) {
            return Compared.of(ref, Verdict.SAME, "");
        }
        return entry != null && isFresh(effect, entry)
                ? Compared.of(ref, Verdict.MOVED, "it was written so shortly before that the target may not show it")
                : new Compared(
                        ref,
                        Verdict.DRIFTED,
                        Optional.of(effect.key()),
                        target,
                        target.map(RecordRef::toString).orElse("its " + effect.type()) + ": "
                                + String.join(", ", differing),
                        false);
    }

    /** In a two-way flow, what an effect writes to may be a record that the other direction read. */
    private boolean comesFromThere(EffectEntry entry) {
        return entry.target()
                .map(target -> !run.ledger()
                        .effects(
                                EffectQuery.builder().addCauses(target).limit(1).build())
                        .isEmpty())
                .orElse(false);
    }

    private boolean isFresh(Effect<?> effect, EffectEntry entry) {
        SinkPort port = run.ports().get(TargetLook.id(effect));
        Instant now = run.time().instant();
        return port != null
                && entry.updatedAt().plus(port.traits().absenceGrace()).isAfter(now);
    }

    /** It sets how something stands that is there anyway, such as a level: to set it again harms nobody. */
    private boolean isState(Effect<?> effect) {
        SinkPort port = run.ports().get(TargetLook.id(effect));
        return port != null
                && port.traits().recovery() == SinkTraits.Recovery.REPEATABLE
                && effect.mode() != Effect.Mode.CREATE_ONCE;
    }

    private static boolean isAmbiguous(Existing there) {
        return there.ref().isEmpty()
                && !there.violations().isEmpty()
                && there.violations().code() == ErrorCode.MATCH_AMBIGUOUS;
    }

    private static boolean isWritten(@Nullable EffectEntry entry) {
        return entry != null && EffectSight.boundTo(entry).isPresent();
    }

    /** Whether a person said that it shall stand as it does, since it was sent. */
    private static boolean isAccepted(EffectEntry entry) {
        return entry.acceptedAt().map(at -> !at.isBefore(entry.sentAt())).orElse(false);
    }

    private static boolean isUnderWay(@Nullable EffectEntry entry) {
        return entry != null && EffectSight.isUnderWay(entry);
    }
}
