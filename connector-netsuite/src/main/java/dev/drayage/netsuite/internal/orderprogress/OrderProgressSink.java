package dev.drayage.netsuite.internal.orderprogress;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drayage.call.CallContext;
import dev.drayage.model.OrderProgress;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.netsuite.internal.account.NetSuiteAccount;
import dev.drayage.netsuite.internal.order.OrderFinder;
import dev.drayage.netsuite.internal.order.OrderMatches;
import dev.drayage.netsuite.internal.order.StandingOrder;
import dev.drayage.netsuite.internal.record.RecordKind;
import dev.drayage.netsuite.internal.record.TypedFields;
import dev.drayage.netsuite.internal.record.WriteAnswer;
import dev.drayage.netsuite.internal.record.WriteBatch;
import dev.drayage.spi.Effect;
import dev.drayage.spi.EffectKey;
import dev.drayage.spi.EffectOutcome;
import dev.drayage.spi.Existing;
import dev.drayage.spi.Intent;
import dev.drayage.spi.Prepared;
import dev.drayage.spi.RecordSink;
import dev.drayage.spi.Resolution;
import dev.drayage.spi.SinkTraits;
import dev.drayage.spi.Violations;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes the step that an order reached into a custom field of the sales order, where people filter by it. The same write
 * again changes nothing, so a lost answer is simply sent again. Thread-safe.
 */
public final class OrderProgressSink implements RecordSink<OrderProgress> {
    private static final int BATCH = 10;

    private final NetSuiteAccount account;
    private final OrderFinder orders;
    private final String field;
    private final String text;

    /** A sink that writes {@code text} into {@code field}. */
    public OrderProgressSink(NetSuiteAccount account, OrderFinder orders, String field, String text) {
        this.account = account;
        this.orders = orders;
        this.field = field;
        this.text = text;
    }

    @Override
    public SinkTraits traits() {
        return new SinkTraits(BATCH, SinkTraits.Recovery.REPEATABLE, Duration.ZERO, 0);
    }

    @Override
    public Prepared<OrderProgress> prepare(
            Effect<OrderProgress> effect, Optional<RecordRef> existing, Map<EffectKey, RecordRef> bound) {
        return new Prepared<>(effect, wanted(effect).names(), "", "", existing, bound);
    }

    @Override
    public Map<EffectKey, EffectOutcome> apply(List<Prepared<OrderProgress>> batch, CallContext call) {
        Map<OrderFinder.Wanted, List<StandingOrder>> found =
                orders.find(batch.stream().map(p -> wanted(p.effect())).toList(), call);
        return WriteBatch.each(
                batch,
                account.time(),
                prepared -> write(prepared.effect(), found.getOrDefault(wanted(prepared.effect()), List.of()), call));
    }

    private EffectOutcome write(Effect<OrderProgress> effect, List<StandingOrder> matches, CallContext call) {
        String names = wanted(effect).names();
        if (matches.isEmpty()) {
            return OrderMatches.missing(names);
        }
        if (matches.size() > 1) {
            return new EffectOutcome.Rejected(OrderMatches.ambiguous(names, matches));
        }
        ObjectNode body = account.records().body();
        body.put(
                field,
                switch (effect.record().stage()) {
                    case FULFILLMENT_PROCESSED -> text;
                });
        TypedFields.put(body, effect.record().customFields());
        String id = matches.get(0).id();
        WriteAnswer answer = account.records().update(RecordKind.SALES_ORDER, id, body, Optional.empty(), call);
        if (answer instanceof WriteAnswer.Refused refused) {
            return new EffectOutcome.Rejected(refused.refusal().violations());
        }
        return EffectOutcome.Applied.to(RecordRef.of(account.id(), RecordType.ORDER_PROGRESS, id));
    }

    @Override
    public Map<EffectKey, Existing> find(Collection<Effect<OrderProgress>> effects, CallContext call) {
        Map<OrderFinder.Wanted, List<StandingOrder>> found =
                orders.find(effects.stream().map(OrderProgressSink::wanted).toList(), call);
        Map<EffectKey, Existing> existing = new LinkedHashMap<>();
        for (Effect<OrderProgress> effect : effects) {
            OrderFinder.Wanted wanted = wanted(effect);
            List<StandingOrder> matches = found.getOrDefault(wanted, List.of());
            Violations violations =
                    matches.size() > 1 ? OrderMatches.ambiguous(wanted.names(), matches) : Violations.none();
            Optional<StandingOrder> told = matches.size() == 1
                    ? Optional.of(matches.get(0))
                            .filter(order -> !order.progress().isEmpty())
                    : Optional.empty();
            existing.put(
                    effect.key(),
                    new Existing(
                            told.map(order -> RecordRef.of(account.id(), RecordType.ORDER_PROGRESS, order.id())),
                            told.map(order -> Map.of(field, order.progress())).orElse(Map.of()),
                            Map.of(field, text),
                            violations));
        }
        return existing;
    }

    /** Whether it landed or not, it may be written again. */
    @Override
    public Map<EffectKey, Resolution> resolve(List<Intent> open, CallContext call) {
        Map<EffectKey, Resolution> answers = new LinkedHashMap<>();
        open.forEach(intent -> answers.put(intent.key(), new Resolution.NotLanded()));
        return answers;
    }

    private static OrderFinder.Wanted wanted(Effect<OrderProgress> effect) {
        return new OrderFinder.Wanted(effect.record().orderReferences(), Optional.empty());
    }
}
