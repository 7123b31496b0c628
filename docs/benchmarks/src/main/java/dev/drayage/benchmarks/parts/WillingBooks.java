package dev.drayage.benchmarks.parts;

import dev.drayage.call.CallContext;
import dev.drayage.model.AccountId;
import dev.drayage.model.CommerceRecord;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.model.SalesOrder;
import dev.drayage.spi.Connector;
import dev.drayage.spi.Diagnosis;
import dev.drayage.spi.Effect;
import dev.drayage.spi.EffectKey;
import dev.drayage.spi.EffectOutcome;
import dev.drayage.spi.Existing;
import dev.drayage.spi.Intent;
import dev.drayage.spi.Prepared;
import dev.drayage.spi.RecordSink;
import dev.drayage.spi.RecordSource;
import dev.drayage.spi.Resolution;
import dev.drayage.spi.SinkTraits;
import dev.drayage.spi.Violations;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Books that take every order at once and keep none. Thread-safe. */
final class WillingBooks implements Connector, RecordSink<SalesOrder> {
    private static final AccountId BOOKS = new AccountId("books", "willing");

    /** The effect that books an order. */
    static Effect<SalesOrder> effect(SalesOrder order) {
        return Effect.of(
                new EffectKey(order.ref(), BOOKS, "salesOrder"),
                order.ref().id(),
                RecordType.SALES_ORDER,
                order,
                Effect.Mode.CREATE_ONCE);
    }

    @Override
    public SinkTraits traits() {
        return new SinkTraits(1, SinkTraits.Recovery.UNIQUE_KEY, Duration.ZERO, 0);
    }

    @Override
    public Prepared<SalesOrder> prepare(
            Effect<SalesOrder> effect, Optional<RecordRef> existing, Map<EffectKey, RecordRef> bound) {
        return new Prepared<>(effect, effect.key().source().id(), "", "", existing, bound);
    }

    @Override
    public Map<EffectKey, EffectOutcome> apply(List<Prepared<SalesOrder>> batch, CallContext call) {
        Map<EffectKey, EffectOutcome> outcomes = new HashMap<>();
        for (Prepared<SalesOrder> one : batch) {
            outcomes.put(
                    one.key(), EffectOutcome.Applied.to(RecordRef.of(BOOKS, RecordType.SALES_ORDER, one.nativeKey())));
        }
        return outcomes;
    }

    @Override
    public Map<EffectKey, Resolution> resolve(List<Intent> open, CallContext call) {
        throw new UnsupportedOperationException("no answer is lost");
    }

    @Override
    public Map<EffectKey, Existing> find(Collection<Effect<SalesOrder>> effects, CallContext call) {
        Map<EffectKey, Existing> found = new HashMap<>();
        effects.forEach(effect ->
                found.put(effect.key(), new Existing(Optional.empty(), Map.of(), Map.of(), Violations.none())));
        return found;
    }

    @Override
    public AccountId account() {
        return BOOKS;
    }

    @Override
    public Diagnosis diagnose(CallContext call) {
        return new Diagnosis(List.of());
    }

    @Override
    public <T extends CommerceRecord> Optional<RecordSource<T>> source(RecordType<T> type) {
        return Optional.empty();
    }

    @Override
    @SuppressWarnings("unchecked") // it takes orders only
    public <T extends CommerceRecord> Optional<RecordSink<T>> sink(RecordType<T> type) {
        return type.equals(RecordType.SALES_ORDER) ? Optional.of((RecordSink<T>) this) : Optional.empty();
    }

    @Override
    public void close() {}
}
