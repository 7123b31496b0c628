package dev.drayage.netsuite.internal.itemfulfillment;

import dev.drayage.call.CallContext;
import dev.drayage.error.ErrorCode;
import dev.drayage.model.ItemFulfillment;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.netsuite.internal.account.NetSuiteAccount;
import dev.drayage.netsuite.internal.order.OrderFinder;
import dev.drayage.netsuite.internal.order.OrderLines;
import dev.drayage.netsuite.internal.order.OrderMatches;
import dev.drayage.netsuite.internal.order.StandingOrder;
import dev.drayage.netsuite.internal.record.Duplicate;
import dev.drayage.netsuite.internal.record.ExternalId;
import dev.drayage.netsuite.internal.record.LandedTransactions;
import dev.drayage.netsuite.internal.record.RecordKind;
import dev.drayage.netsuite.internal.record.RecordRefusal;
import dev.drayage.netsuite.internal.record.WriteAnswer;
import dev.drayage.netsuite.internal.record.WriteBatch;
import dev.drayage.netsuite.internal.suiteql.Row;
import dev.drayage.settings.Settings;
import dev.drayage.spi.Effect;
import dev.drayage.spi.EffectKey;
import dev.drayage.spi.EffectOutcome;
import dev.drayage.spi.Existing;
import dev.drayage.spi.Intent;
import dev.drayage.spi.Prepared;
import dev.drayage.spi.RecordSink;
import dev.drayage.spi.Resolution;
import dev.drayage.spi.SinkTraits;
import dev.drayage.spi.Violation;
import dev.drayage.spi.Violations;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Writes what a warehouse shipped as item fulfillments, by transforming the sales order, or on the fulfillment that was packed
 * for it where the shipment names one. The order is found by its names; as
 * long as it is not there or waits for approval, the shipment is deferred. A later correction of tracking numbers replaces
 * the packages; a correction of lines is a conflict for a person. Thread-safe.
 */
public final class ItemFulfillmentSink implements RecordSink<ItemFulfillment> {
    private static final int BATCH = 10;
    private static final RecordKind KIND = RecordKind.ITEM_FULFILLMENT;

    private final NetSuiteAccount account;
    private final OrderFinder orders;
    private final OrderLines.Reader lines;
    private final ItemFulfillmentBody bodies;
    private final TrackingCorrection corrections;
    private final LandedTransactions landed;
    private final InventoryNumbers.Lookup numbers;
    private final PackedNames packed;
    private final PackedBooking bookings;

    /** A sink that writes as the settings say. */
    public ItemFulfillmentSink(
            NetSuiteAccount account, OrderFinder orders, OrderLines.Reader lines, Settings settings) {
        this.account = account;
        this.orders = orders;
        this.lines = lines;
        this.bodies = new ItemFulfillmentBody(settings);
        this.corrections = new TrackingCorrection(account, lines, bodies);
        this.landed = new LandedTransactions(account.queries(), KIND);
        this.numbers = new InventoryNumbers.Lookup(account.queries());
        this.packed = new PackedNames(account.queries());
        this.bookings = new PackedBooking(account, lines, bodies, corrections, numbers);
    }

    @Override
    public SinkTraits traits() {
        return new SinkTraits(BATCH, SinkTraits.Recovery.UNIQUE_KEY, account.queryLag(), 0);
    }

    @Override
    public Prepared<ItemFulfillment> prepare(
            Effect<ItemFulfillment> effect, Optional<RecordRef> existing, Map<EffectKey, RecordRef> bound) {
        return new Prepared<>(
                effect, externalId(effect), TrackingCorrection.hint(effect.record()), "", existing, bound);
    }

    @Override
    public Map<EffectKey, EffectOutcome> apply(List<Prepared<ItemFulfillment>> batch, CallContext call) {
        List<Effect<ItemFulfillment>> creates = batch.stream()
                .filter(prepared -> prepared.existing().isEmpty())
                .map(Prepared::effect)
                .toList();
        Targets targets = targets(creates, call);
        return WriteBatch.each(
                batch,
                account.time(),
                prepared -> prepared.existing()
                        .map(ref -> change(prepared.effect(), ref, call))
                        .orElseGet(() -> create(prepared, targets, call)));
    }

    private EffectOutcome change(Effect<ItemFulfillment> effect, RecordRef booked, CallContext call) {
        if (effect.mode() == Effect.Mode.VOID) {
            return new EffectOutcome.Rejected(Violations.of(
                    ErrorCode.WITHDRAWN_AFTER_BOOKING,
                    "",
                    "the warehouse says now that nothing left with shipment "
                            + effect.record().ref().id() + ", which is booked as item fulfillment " + booked.id()
                            + ": look whether the goods are there, then delete that fulfillment or dismiss this"));
        }
        return corrections.apply(effect.record(), booked, call);
    }

    /** What shipments are booked on: orders with their lines, or packed fulfillments. */
    private record Targets(
            Map<OrderFinder.Wanted, List<StandingOrder>> orders,
            Map<String, OrderLines> lines,
            PackedNames.Found packed) {
        List<StandingOrder> matches(Effect<ItemFulfillment> effect) {
            return orders.getOrDefault(wanted(effect), List.of());
        }
    }

    private Targets targets(Collection<Effect<ItemFulfillment>> effects, CallContext call) {
        Map<OrderFinder.Wanted, List<StandingOrder>> found = orders.find(
                effects.stream()
                        .filter(effect -> !PackedNames.isNamed(effect.record()))
                        .map(ItemFulfillmentSink::wanted)
                        .toList(),
                call);
        Set<String> ids = new LinkedHashSet<>();
        found.values().stream()
                .filter(matches -> matches.size() == 1)
                .forEach(matches -> ids.add(matches.get(0).id()));
        return new Targets(
                found,
                ids.isEmpty() ? Map.of() : lines.read(ids, call),
                packed.find(effects.stream().map(Effect::record).toList(), call));
    }

    private EffectOutcome create(Prepared<ItemFulfillment> prepared, Targets targets, CallContext call) {
        ItemFulfillment shipment = prepared.effect().record();
        String names = wanted(prepared.effect()).names();
        if (shipment.status() == ItemFulfillment.Status.VOIDED) {
            return new EffectOutcome.Rejected(Violations.of(
                    ErrorCode.RECORD_GONE,
                    "",
                    "the warehouse called shipment " + shipment.ref().id() + " off"));
        }
        if (PackedNames.isNamed(shipment)) {
            return bookings.book(prepared, targets.packed().named(shipment), call);
        }
        List<StandingOrder> matches = targets.matches(prepared.effect());
        if (matches.isEmpty()) {
            return OrderMatches.missing(names);
        }
        if (matches.size() > 1) {
            return new EffectOutcome.Rejected(OrderMatches.ambiguous(names, matches));
        }
        StandingOrder order = matches.get(0);
        if (order.waitsForApproval()) {
            return deferred(
                    "approval of netsuite order " + names,
                    "sales order " + order.number() + " waits for approval and cannot be fulfilled");
        }
        OrderLines open = targets.lines().getOrDefault(order.id(), new OrderLines(List.of(), Optional.empty()));
        FulfillmentPlan plan = FulfillmentPlan.of(shipment, open, "order " + order.number());
        Violations violations = violations(plan);
        if (!violations.isEmpty()) {
            return landedEarlier(prepared, call).orElseGet(() -> new EffectOutcome.Rejected(violations));
        }
        InventoryNumbers known = numbers.of(plan, call);
        WriteAnswer answer = account.records()
                .transform(
                        RecordKind.SALES_ORDER,
                        order.id(),
                        KIND,
                        bodies.create(
                                shipment,
                                plan,
                                open,
                                known,
                                prepared.nativeKey(),
                                account.records().body()),
                        call);
        if (answer instanceof WriteAnswer.Landed written) {
            return EffectOutcome.Applied.to(ref(written.id()));
        }
        RecordRefusal refusal = ((WriteAnswer.Refused) answer).refusal();
        if (refusal.isDuplicate()) {
            return Duplicate.outcome(
                    account.records(), KIND, prepared.nativeKey(), "another transaction took it", this::ref, call);
        }
        return landedEarlier(prepared, call)
                .orElseGet(() -> new EffectOutcome.Rejected(known.explain(refusal.violations(), plan)));
    }

    /** A fulfillment that landed before takes its own quantity from what is open; its refusal must not park it. */
    private Optional<EffectOutcome> landedEarlier(Prepared<ItemFulfillment> prepared, CallContext call) {
        return account.records()
                .findByExternalId(KIND, prepared.nativeKey(), call)
                .map(id -> EffectOutcome.Applied.to(ref(id)));
    }

    private static Violations violations(FulfillmentPlan plan) {
        List<Violation> all = new ArrayList<>(plan.violations());
        all.addAll(plan.overdrawn("open"));
        return new Violations(all);
    }

    private static EffectOutcome deferred(String missing, String message) {
        return new EffectOutcome.Deferred(missing, new Violation(ErrorCode.WAITING_FOR_RECORD, "createdFrom", message));
    }

    @Override
    public Map<EffectKey, Existing> find(Collection<Effect<ItemFulfillment>> effects, CallContext call) {
        Map<String, Row> standing = landed.find(
                effects.stream().map(ItemFulfillmentSink::externalId).toList(), call);
        List<Effect<ItemFulfillment>> rest = effects.stream()
                .filter(effect -> !standing.containsKey(externalId(effect)))
                .toList();
        Targets targets = targets(rest, call);
        Map<EffectKey, Existing> found = new LinkedHashMap<>();
        for (Effect<ItemFulfillment> effect : effects) {
            Row row = standing.get(externalId(effect));
            found.put(effect.key(), row == null ? absent(effect, targets, call) : present(effect, row));
        }
        return found;
    }

    private Existing present(Effect<ItemFulfillment> effect, Row row) {
        Map<String, String> before = Map.of(
                "number", row.text("tranid").orElse(""),
                "status", row.text("status").orElse(""));
        return new Existing(Optional.of(ref(row.required("id"))), before, after(effect), Violations.none());
    }

    /** An order that is not there yet is no violation: the shipment waits for it. */
    private Existing absent(Effect<ItemFulfillment> effect, Targets targets, CallContext call) {
        ItemFulfillment shipment = effect.record();
        if (PackedNames.isNamed(shipment)) {
            return bookings.look(shipment, externalId(effect), targets.packed().named(shipment), after(effect), call);
        }
        List<StandingOrder> matches = targets.matches(effect);
        Violations violations = Violations.none();
        if (matches.size() > 1) {
            violations = OrderMatches.ambiguous(wanted(effect).names(), matches);
        } else if (matches.size() == 1) {
            StandingOrder order = matches.get(0);
            OrderLines open = targets.lines().getOrDefault(order.id(), new OrderLines(List.of(), Optional.empty()));
            violations = violations(FulfillmentPlan.of(shipment, open, "order " + order.number()));
        }
        return new Existing(Optional.empty(), Map.of(), after(effect), violations);
    }

    private static Map<String, String> after(Effect<ItemFulfillment> effect) {
        return Map.of(
                "order", wanted(effect).names(),
                "lines", Integer.toString(effect.record().lines().size()),
                "packages", Integer.toString(effect.record().packages().size()),
                "status", ItemFulfillmentBody.letter(effect.record().status()));
    }

    @Override
    public Map<EffectKey, Resolution> resolve(List<Intent> open, CallContext call) {
        Map<String, Row> standing = landed.find(
                open.stream()
                        .filter(intent -> intent.existing().isEmpty())
                        .map(Intent::nativeKey)
                        .toList(),
                call);
        Map<EffectKey, Resolution> answers = new LinkedHashMap<>();
        for (Intent intent : open) {
            Row row = standing.get(intent.nativeKey());
            Resolution answer = intent.existing()
                    .map(ref -> corrections.resolve(intent, ref, call))
                    .orElseGet(() -> row == null
                            ? new Resolution.NotLanded()
                            : new Resolution.Landed(EffectOutcome.Applied.to(ref(row.required("id")))));
            answers.put(intent.key(), answer);
        }
        return answers;
    }

    private static OrderFinder.Wanted wanted(Effect<ItemFulfillment> effect) {
        return new OrderFinder.Wanted(
                effect.record().orderReferences(), effect.record().channel());
    }

    private static String externalId(Effect<ItemFulfillment> effect) {
        return ExternalId.of(effect.key(), KIND, RecordType.ITEM_FULFILLMENT.name());
    }

    private RecordRef ref(String id) {
        return RecordRef.of(account.id(), RecordType.ITEM_FULFILLMENT, id);
    }
}
