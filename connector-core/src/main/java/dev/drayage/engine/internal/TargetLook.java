package dev.drayage.engine.internal;

import dev.drayage.engine.Sync;
import dev.drayage.spi.Effect;
import dev.drayage.spi.EffectKey;
import dev.drayage.spi.Existing;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Looks at the targets of many effects with the read-only half of their sinks. One that spoils the question is left out, and the
 * others are asked for one by one. Stateless but for its run.
 */
final class TargetLook {
    private final RunContext<?> run;

    TargetLook(RunContext<?> run) {
        this.run = run;
    }

    /** Which sink an effect goes to. */
    static Sync.SinkId id(Effect<?> effect) {
        return new Sync.SinkId(effect.key().target(), effect.type().name());
    }

    /** What stands there; an effect without an answer could not be looked at. */
    Map<EffectKey, Existing> find(List<Effect<?>> effects) {
        Map<SinkPort, List<Effect<?>>> bySink = new LinkedHashMap<>();
        for (Effect<?> effect : effects) {
            SinkPort port = run.ports().get(id(effect));
            if (port != null) {
                bySink.computeIfAbsent(port, sink -> new ArrayList<>()).add(effect);
            }
        }
        Map<EffectKey, Existing> found = new HashMap<>();
        bySink.forEach((sink, wanted) -> find(sink, wanted, found));
        return found;
    }

    private void find(SinkPort sink, List<Effect<?>> wanted, Map<EffectKey, Existing> found) {
        try {
            found.putAll(Patience.call(run, () -> sink.find(wanted, run.call())));
        } catch (RuntimeException e) {
            if (Stop.concernsTheAccount(e)) {
                throw e;
            }
            if (wanted.size() > 1) {
                wanted.forEach(effect -> find(sink, List.of(effect), found));
            }
        }
    }
}
