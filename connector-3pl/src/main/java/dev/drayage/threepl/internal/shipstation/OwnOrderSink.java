package dev.drayage.threepl.internal.shipstation;

import dev.drayage.call.CallContext;
import dev.drayage.error.ErrorCode;
import dev.drayage.model.AccountId;
import dev.drayage.model.RecordRef;
import dev.drayage.model.WarehouseOrder;
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
import dev.drayage.spi.Violations;
import dev.drayage.threepl.ShipStationSettings;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Lets through the orders of the one ERP account whose labels are read back. Another account's order would be shipped, but its
 * labels would be left alone for ever, and nobody would know. Thread-safe, as the sink behind it is.
 */
final class OwnOrderSink implements RecordSink<WarehouseOrder> {
    private final AccountId erp;
    private final RecordSink<WarehouseOrder> orders;

    OwnOrderSink(AccountId erp, RecordSink<WarehouseOrder> orders) {
        this.erp = erp;
        this.orders = orders;
    }

    @Override
    public SinkTraits traits() {
        return orders.traits();
    }

    @Override
    public Prepared<WarehouseOrder> prepare(
            Effect<WarehouseOrder> effect, Optional<RecordRef> existing, Map<EffectKey, RecordRef> bound) {
        return orders.prepare(effect, existing, bound);
    }

    @Override
    public Map<EffectKey, EffectOutcome> apply(List<Prepared<WarehouseOrder>> batch, CallContext call) {
        Map<EffectKey, EffectOutcome> outcomes = new LinkedHashMap<>();
        for (Prepared<WarehouseOrder> prepared : batch) {
            if (!isOwn(prepared.effect())) {
                outcomes.put(prepared.key(), new EffectOutcome.Rejected(refusal(prepared.effect())));
            }
        }
        List<Prepared<WarehouseOrder>> own =
                batch.stream().filter(prepared -> isOwn(prepared.effect())).toList();
        if (!own.isEmpty()) {
            outcomes.putAll(orders.apply(own, call));
        }
        return outcomes;
    }

    @Override
    public Map<EffectKey, Resolution> resolve(List<Intent> open, CallContext call) {
        return orders.resolve(open, call);
    }

    @Override
    public Map<EffectKey, List<Finding>> verify(List<Written> written, CallContext call) {
        return orders.verify(written, call);
    }

    @Override
    public Map<EffectKey, Existing> find(Collection<Effect<WarehouseOrder>> effects, CallContext call) {
        Map<EffectKey, Existing> found = new LinkedHashMap<>(orders.find(effects, call));
        for (Effect<WarehouseOrder> effect : effects) {
            if (!isOwn(effect)) {
                found.computeIfPresent(
                        effect.key(),
                        (key, seen) -> new Existing(seen.ref(), seen.before(), seen.after(), refusal(effect)));
            }
        }
        return found;
    }

    private boolean isOwn(Effect<WarehouseOrder> effect) {
        return effect.record().ref().account().equals(erp);
    }

    private Violations refusal(Effect<WarehouseOrder> effect) {
        return Violations.of(
                ErrorCode.SETTINGS_INVALID,
                "",
                "order " + effect.record().number() + " is of account "
                        + effect.record().ref().account() + ", but " + ShipStationSettings.ERP_ACCOUNT.name() + " says "
                        + erp + ": what ships would never be told back");
    }
}
