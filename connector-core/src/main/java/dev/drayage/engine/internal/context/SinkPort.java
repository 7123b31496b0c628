package dev.drayage.engine.internal.context;

import dev.drayage.call.CallContext;
import dev.drayage.error.DefectException;
import dev.drayage.error.ErrorCode;
import dev.drayage.model.AccountId;
import dev.drayage.model.CommerceRecord;
import dev.drayage.model.RecordRef;
import dev.drayage.spi.Effect;
import dev.drayage.spi.EffectKey;
import dev.drayage.spi.EffectOutcome;
import dev.drayage.spi.Existing;
import dev.drayage.spi.Finding;
import dev.drayage.spi.Intent;
import dev.drayage.spi.Prepared;
import dev.drayage.spi.RecordSink;
import dev.drayage.spi.Resolution;
import dev.drayage.spi.SinkTraits;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A sink whose record type the engine does not know at compile time. The one place where an effect's type meets its sink's.
 * Thread-safe as the sink is.
 */
public final class SinkPort {
    private final AccountId account;
    private final RecordSink<CommerceRecord> sink;

    private final boolean mayWrite;

    @SuppressWarnings("unchecked") // a sync registers each sink under the name of its own record type
    private SinkPort(AccountId account, RecordSink<?> sink, boolean mayWrite) {
        this.account = account;
        this.sink = (RecordSink<CommerceRecord>) sink;
        this.mayWrite = mayWrite;
    }

    /** For a run. */
    static SinkPort writing(AccountId account, RecordSink<?> sink) {
        return new SinkPort(account, sink, true);
    }

    /** For a plan or a comparison: whatever asks it to write is refused before the sink hears of it (guarantee G6). */
    static SinkPort looking(AccountId account, RecordSink<?> sink) {
        return new SinkPort(account, sink, false);
    }

    public SinkTraits traits() {
        return sink.traits();
    }

    public Prepared<CommerceRecord> prepare(
            Effect<?> effect, Optional<RecordRef> existing, Map<EffectKey, RecordRef> bound) {
        return Refusals.named(account, () -> sink.prepare(typed(effect), existing, bound));
    }

    public Map<EffectKey, EffectOutcome> apply(List<Prepared<CommerceRecord>> batch, CallContext call) {
        if (!mayWrite) {
            throw new DefectException(ErrorCode.DEFECT, "what only looks at " + account + " was about to write to it");
        }
        call.fence().check(); // a connector may have its own way to the account, and not ask
        return Refusals.named(account, () -> sink.apply(batch, call));
    }

    public Map<EffectKey, Resolution> resolve(List<Intent> open, CallContext call) {
        return Refusals.named(account, () -> sink.resolve(open, call));
    }

    public Map<EffectKey, List<Finding>> verify(List<RecordSink.Written> written, CallContext call) {
        return Refusals.named(account, () -> sink.verify(written, call));
    }

    public Map<EffectKey, Existing> find(Collection<? extends Effect<?>> effects, CallContext call) {
        return Refusals.named(
                account, () -> sink.find(effects.stream().map(SinkPort::typed).toList(), call));
    }

    @SuppressWarnings("unchecked") // checked by the record's class
    private static Effect<CommerceRecord> typed(Effect<?> effect) {
        if (!effect.type().recordClass().isInstance(effect.record())) {
            throw new DefectException(
                    ErrorCode.DEFECT,
                    "effect " + effect.key() + " says " + effect.type() + " but carries another kind of record");
        }
        return (Effect<CommerceRecord>) effect;
    }
}
