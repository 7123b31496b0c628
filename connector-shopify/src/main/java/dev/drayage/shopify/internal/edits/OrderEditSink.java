package dev.drayage.shopify.internal.edits;

import dev.drayage.call.CallContext;
import dev.drayage.error.ErrorCode;
import dev.drayage.model.AccountId;
import dev.drayage.model.EditedLine;
import dev.drayage.model.OrderEdit;
import dev.drayage.model.OrderReference;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.settings.Settings;
import dev.drayage.shopify.ShopifySettings;
import dev.drayage.shopify.internal.api.Answer;
import dev.drayage.shopify.internal.api.BagMember;
import dev.drayage.shopify.internal.api.ShopifyApi;
import dev.drayage.shopify.internal.orders.OrderGoods;
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
import java.util.TreeMap;

/**
 * Makes of an order what people made of it in the ERP (page "Edit existing orders"): quantities and items, in one edit that is
 * committed once. The order must stand as both sides agreed on before; else both were changed and nothing is written. Shopify takes
 * no key with a commit, so after an unclear answer the order's quantities are read. Thread-safe.
 */
public final class OrderEditSink implements RecordSink<OrderEdit> {
    /** So long a call whose connection broke may still be carried out. */
    private static final Duration ABSENCE_GRACE = Duration.ofMinutes(1);

    private final ShopifyApi api;
    private final AccountId account;
    private final OrderGoods.Reader goods;
    private final String basis;
    private final boolean notify;

    /** Edits of one shop's orders. */
    public OrderEditSink(ShopifyApi api, AccountId account, Settings settings) {
        this.api = api;
        this.account = account;
        this.goods = new OrderGoods.Reader(api, settings);
        this.basis = BagMember.of(settings.get(ShopifySettings.MONEY_BASIS));
        this.notify = settings.get(ShopifySettings.NOTIFY_OF_EDITS);
    }

    @Override
    public SinkTraits traits() {
        return new SinkTraits(1, SinkTraits.Recovery.LOOKUP_ONLY, ABSENCE_GRACE, 0);
    }

    @Override
    public Prepared<OrderEdit> prepare(
            Effect<OrderEdit> effect, Optional<RecordRef> existing, Map<EffectKey, RecordRef> bound) {
        EditHint hint = EditHint.of(effect.record());
        return new Prepared<>(
                effect, hint.order() + ":" + effect.record().editedAt(), hint.toString(), "", existing, bound);
    }

    @Override
    public Map<EffectKey, EffectOutcome> apply(List<Prepared<OrderEdit>> batch, CallContext call) {
        Map<EffectKey, EffectOutcome> outcomes = new LinkedHashMap<>();
        for (Prepared<OrderEdit> prepared : batch) {
            outcomes.put(prepared.key(), edit(prepared.effect().record(), call));
        }
        return outcomes;
    }

    private EffectOutcome edit(OrderEdit edit, CallContext call) {
        Optional<OrderGoods> standing = EditHint.of(edit).number().flatMap(number -> goods.read(number, call));
        if (standing.isEmpty()) {
            return new EffectOutcome.Rejected(gone(edit));
        }
        OrderGoods order = standing.get();
        if (order.cancelled()) {
            return new EffectOutcome.Rejected(cancelled(order));
        }
        EditPlan plan = EditPlan.of(edit, order);
        return switch (plan.state()) {
            case DONE -> new EffectOutcome.Unchanged(ref(order));
            case OTHERWISE_EDITED -> new EffectOutcome.Conflict(otherwise(order));
            case CHANGED -> new EffectOutcome.Conflict(conflict(edit, order));
            case AGREED ->
                plan.violations().isEmpty()
                        ? commit(edit, order, plan, call)
                        : new EffectOutcome.Rejected(new Violations(plan.violations()));
        };
    }

    private EffectOutcome commit(OrderEdit edit, OrderGoods order, EditPlan plan, CallContext call) {
        EditSession session;
        try {
            session = EditSession.begin(api, basis, order.gid(), order.name(), call);
            if (session.isOvertaken(order)) {
                return new EffectOutcome.Conflict("order " + order.name()
                        + " was changed at Shopify in the moment in which it was to be edited: "
                        + EditPlan.differences(edit, order));
            }
            for (Map.Entry<String, Integer> line : new TreeMap<>(plan.quantities()).entrySet()) {
                session.set(line.getKey(), line.getValue());
            }
            for (EditedLine line : plan.added()) {
                session.add(line);
            }
        } catch (EditRefused e) {
            return new EffectOutcome.Rejected(e.violations());
        }
        Answer answer = session.commit(notify, note(edit));
        return answer.isRefused()
                ? new EffectOutcome.Rejected(Violations.of(
                        ErrorCode.CHANGE_REFUSED,
                        "id",
                        "Shopify refused the edit of order " + order.name() + ": "
                                + String.join("; ", answer.refusals())))
                : EffectOutcome.Applied.to(ref(order));
    }

    private static String note(OrderEdit edit) {
        return "Changed in the ERP"
                + OrderReference.find(edit.orderReferences(), OrderReference.Kind.ERP_NUMBER)
                        .map(number -> ": order " + number)
                        .orElse("");
    }

    private RecordRef ref(OrderGoods order) {
        return RecordRef.of(
                account,
                RecordType.ORDER_EDIT,
                order.gid().substring(order.gid().lastIndexOf('/') + 1));
    }

    private static Violations gone(OrderEdit edit) {
        return Violations.of(
                ErrorCode.RECORD_GONE,
                "id",
                "Shopify shows no order " + EditHint.of(edit).order() + " that could be edited");
    }

    private static Violations cancelled(OrderGoods order) {
        return Violations.of(
                ErrorCode.CHANGE_REFUSED, "id", "order " + order.name() + " was cancelled and cannot be edited");
    }

    private static String otherwise(OrderGoods order) {
        return "order " + order.name()
                + " was changed in the ERP in something else than quantities and items, which Shopify"
                + " cannot be told: change it at Shopify by hand, or take it back";
    }

    private static String conflict(OrderEdit edit, OrderGoods order) {
        return "order " + order.name() + " was changed at Shopify and in the ERP: " + EditPlan.differences(edit, order);
    }

    @Override
    public Map<EffectKey, Existing> find(Collection<Effect<OrderEdit>> effects, CallContext call) {
        Map<EffectKey, Existing> found = new LinkedHashMap<>();
        for (Effect<OrderEdit> effect : effects) {
            OrderEdit edit = effect.record();
            found.put(
                    effect.key(),
                    EditHint.of(edit)
                            .number()
                            .flatMap(number -> goods.read(number, call))
                            .map(order -> existing(edit, order))
                            .orElseGet(() -> new Existing(Optional.empty(), Map.of(), Map.of(), gone(edit))));
        }
        return found;
    }

    /** What stands for the edit is an order that is already as it wants it. */
    private Existing existing(OrderEdit edit, OrderGoods order) {
        Map<String, String> before = new TreeMap<>();
        order.units().forEach((line, units) -> before.put("line " + line, units.toPlainString()));
        if (order.cancelled()) {
            return new Existing(Optional.empty(), before, before, cancelled(order));
        }
        EditPlan plan = EditPlan.of(edit, order);
        return switch (plan.state()) {
            case DONE -> new Existing(Optional.of(ref(order)), before, before, Violations.none());
            case OTHERWISE_EDITED -> refused(before, otherwise(order));
            case CHANGED -> refused(before, conflict(edit, order));
            case AGREED -> new Existing(Optional.empty(), before, after(edit), new Violations(plan.violations()));
        };
    }

    private static Existing refused(Map<String, String> before, String why) {
        return new Existing(Optional.empty(), before, before, Violations.of(ErrorCode.CONFLICT, "lines", why));
    }

    private static Map<String, String> after(OrderEdit edit) {
        Map<String, String> after = new TreeMap<>();
        for (EditedLine line : edit.lines()) {
            after.put(line.lineId().map(id -> "line " + id).orElse("SKU " + line.sku()), line.units());
        }
        return after;
    }

    @Override
    public Map<EffectKey, Resolution> resolve(List<Intent> open, CallContext call) {
        Map<EffectKey, Resolution> answers = new LinkedHashMap<>();
        for (Intent intent : open) {
            answers.put(
                    intent.key(),
                    EditHint.parse(intent.hint())
                            .map(hint -> resolve(hint, call))
                            .orElseGet(Resolution.NotLanded::new));
        }
        return answers;
    }

    private Resolution resolve(EditHint hint, CallContext call) {
        Optional<OrderGoods> standing = hint.number().flatMap(number -> goods.read(number, call));
        if (standing.isEmpty() || hint.isUntouched(standing.get())) {
            return new Resolution.NotLanded();
        }
        OrderGoods order = standing.get();
        return hint.isDone(order)
                ? new Resolution.Landed(EffectOutcome.Applied.to(ref(order)))
                : new Resolution.Differs("order " + order.name()
                        + " was changed meanwhile, and it cannot be told whether the edit of the ERP is part of it");
    }
}
