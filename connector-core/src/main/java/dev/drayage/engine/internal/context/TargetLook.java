package dev.drayage.engine.internal.context;

import dev.drayage.engine.Sync;
import dev.drayage.engine.internal.news.Defects;
import dev.drayage.error.ConnectorException;
import dev.drayage.error.ErrorCode;
import dev.drayage.spi.Effect;
import dev.drayage.spi.EffectKey;
import dev.drayage.spi.Existing;
import dev.drayage.spi.Violations;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Looks at the targets of many effects with the read-only half of their sinks. If one of them spoils the question
 * they are asked for one by one; a quota is waited for. Stateless but for its run.
 */
public final class TargetLook {
    private final RunContext<?> run;

    public TargetLook(RunContext<?> run) {
        this.run = run;
    }

    /** Which sink an effect goes to. */
    public static Sync.SinkId id(Effect<?> effect) {
        return new Sync.SinkId(effect.key().target(), effect.type().name());
    }

    /**
     * What was seen.
     *
     * @param found what stands there, by effect
     * @param unseen why an effect's target could not be looked at
     */
    public record Seen(Map<EffectKey, Existing> found, Map<EffectKey, Violations> unseen) {}

    /** What stands there; each effect that goes to a sink of the sync is in one of the two. */
    public Seen find(List<Effect<?>> effects) {
        Map<SinkPort, List<Effect<?>>> bySink = new LinkedHashMap<>();
        for (Effect<?> effect : effects) {
            SinkPort port = run.ports().get(id(effect));
            if (port != null) {
                bySink.computeIfAbsent(port, sink -> new ArrayList<>()).add(effect);
            }
        }
        Seen seen = new Seen(new HashMap<>(), new HashMap<>());
        bySink.forEach((sink, wanted) -> find(sink, wanted, seen));
        return seen;
    }

    private void find(SinkPort sink, List<Effect<?>> wanted, Seen seen) {
        try {
            Map<EffectKey, Existing> found = Patience.call(run, () -> sink.find(wanted, run.call()));
            for (Effect<?> effect : wanted) {
                Existing standing = found.get(effect.key());
                if (standing == null) {
                    seen.unseen().put(effect.key(), unanswered(effect.key()));
                } else {
                    seen.found().put(effect.key(), standing);
                }
            }
        } catch (RuntimeException e) {
            if (FailureKind.of(e).concernsTheAccount()) {
                throw e;
            }
            if (wanted.size() > 1) {
                wanted.forEach(effect -> find(sink, List.of(effect), seen));
            } else {
                seen.unseen().put(wanted.get(0).key(), why(wanted.get(0).key(), e));
            }
        }
    }

    /** What a sink says that left out an effect which it was asked for: nothing, and not that nothing stands there (guarantee G2). */
    public static Violations unanswered(EffectKey effect) {
        return Violations.of(
                ErrorCode.DEFECT,
                "",
                "the sink was asked what stands at its target for " + effect + " and did not answer");
    }

    /** What a failed look at the target of one effect says of its record. */
    public static Violations why(EffectKey effect, RuntimeException failure) {
        return failure instanceof ConnectorException known
                ? Violations.of(known.code(), "", String.valueOf(known.getMessage()))
                : Violations.of(ErrorCode.DEFECT, "", Defects.describe("looking for " + effect, failure));
    }
}
