package dev.drayage.netsuite.internal.itemfulfillment;

import dev.drayage.call.CallContext;
import dev.drayage.error.ErrorCode;
import dev.drayage.internal.json.JsonValue;
import dev.drayage.model.ItemFulfillment;
import dev.drayage.model.LineReference;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.model.ShippedPackage;
import dev.drayage.netsuite.internal.account.NetSuiteAccount;
import dev.drayage.netsuite.internal.order.OrderLines;
import dev.drayage.netsuite.internal.record.RecordKind;
import dev.drayage.netsuite.internal.record.WriteAnswer;
import dev.drayage.spi.EffectOutcome;
import dev.drayage.spi.Existing;
import dev.drayage.spi.Prepared;
import dev.drayage.spi.Violation;
import dev.drayage.spi.Violations;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Books a shipment on the fulfillment that was packed for it: what left is marked as shipped, the rest is open on the order
 * again. The fulfillment takes the shipment's external id along, unless somebody gave it one before; a try whose answer was
 * lost is known by it, else by what the fulfillment shows. Thread-safe.
 */
final class PackedBooking {
    private static final RecordKind KIND = RecordKind.ITEM_FULFILLMENT;

    private final NetSuiteAccount account;
    private final OrderLines.Reader orders;
    private final ItemFulfillmentBody bodies;
    private final TrackingCorrection corrections;
    private final InventoryNumbers.Lookup numbers;

    PackedBooking(
            NetSuiteAccount account,
            OrderLines.Reader orders,
            ItemFulfillmentBody bodies,
            TrackingCorrection corrections,
            InventoryNumbers.Lookup numbers) {
        this.account = account;
        this.orders = orders;
        this.bodies = bodies;
        this.corrections = corrections;
        this.numbers = numbers;
    }

    /** Books a shipment that names these fulfillments. */
    EffectOutcome book(Prepared<ItemFulfillment> prepared, List<String> named, CallContext call) {
        ItemFulfillment shipment = prepared.effect().record();
        if (named.size() > 1) {
            return new EffectOutcome.Rejected(PackedNames.ambiguous(shipment, named));
        }
        Optional<StandingFulfillment> read = read(named, call);
        if (read.isEmpty()) {
            String names = PackedNames.text(shipment);
            return deferred(
                    "netsuite item fulfillment " + names, "no item fulfillment in NetSuite is known as " + names);
        }
        StandingFulfillment packed = read.get();
        FulfillmentPlan plan = plan(shipment, packed, call);
        return switch (packed.status().orElse("C")) {
            case "A" ->
                deferred(
                        "packing of netsuite item fulfillment " + packed.number(),
                        "item fulfillment " + packed.number() + " is picked and not packed");
            case "B" -> ship(prepared, packed, plan, call);
            default -> shippedBefore(prepared, packed, plan, call);
        };
    }

    private EffectOutcome ship(
            Prepared<ItemFulfillment> prepared, StandingFulfillment packed, FulfillmentPlan plan, CallContext call) {
        Violations violations = violations(plan);
        if (!violations.isEmpty()) {
            return new EffectOutcome.Rejected(violations);
        }
        ItemFulfillment shipment = prepared.effect().record();
        InventoryNumbers known = numbers.of(plan, call);
        PackageSublist home = PackageRow.home(packed.record());
        WriteAnswer answer = account.records()
                .update(
                        KIND,
                        packed.id(),
                        bodies.ship(
                                shipment,
                                plan,
                                packed,
                                known,
                                prepared.nativeKey(),
                                account.records().body()),
                        shipment.packages().isEmpty() ? Optional.empty() : Optional.of(home.sublist()),
                        call);
        return answer instanceof WriteAnswer.Refused refused
                ? new EffectOutcome.Rejected(known.explain(refused.refusal().violations(), plan))
                : EffectOutcome.Applied.to(ref(packed));
    }

    /** It left already: by an earlier try, by a person's hand, or with another shipment, which must not be taken for this. */
    private EffectOutcome shippedBefore(
            Prepared<ItemFulfillment> prepared, StandingFulfillment shipped, FulfillmentPlan plan, CallContext call) {
        ItemFulfillment shipment = prepared.effect().record();
        Optional<String> differs = difference(shipment, shipped, plan, prepared.nativeKey());
        if (differs.isPresent()) {
            return new EffectOutcome.Conflict(differs.get());
        }
        EffectOutcome brought = corrections.apply(shipment, ref(shipped), call);
        return brought instanceof EffectOutcome.Unchanged there ? EffectOutcome.Applied.to(there.ref()) : brought;
    }

    private static Optional<String> difference(
            ItemFulfillment shipment, StandingFulfillment shipped, FulfillmentPlan plan, String externalId) {
        String name = "item fulfillment " + shipped.number() + " is shipped already, ";
        if (!plan.violations().isEmpty() || !plan.unitsByNumber().equals(shipped.units())) {
            return Optional.of(name + "with other lines than shipment "
                    + shipment.ref().id() + ": order lines " + shipped.units() + ", shipped were "
                    + plan.unitsByNumber());
        }
        if (shipped.externalId().filter(externalId::equals).isPresent()) {
            return Optional.empty();
        }
        Set<String> told = new LinkedHashSet<>();
        shipment.packages().stream().map(ShippedPackage::trackingNumbers).forEach(told::addAll);
        Set<String> there = new LinkedHashSet<>();
        PackageRow.of(shipped.record()).stream()
                .map(PackageRow::trackingNumbers)
                .forEach(there::addAll);
        boolean byHand = there.isEmpty() && shipped.externalId().isEmpty();
        boolean same = !there.isEmpty() && there.equals(told);
        return byHand || same
                ? Optional.empty()
                : Optional.of(name + "with other parcels than shipment "
                        + shipment.ref().id() + ": " + there + ", shipped were " + told);
    }

    /**
     * What a look finds for a shipment that names these fulfillments: only one that shows the shipment stands for it.
     *
     * @param after what booking would write
     */
    Existing look(
            ItemFulfillment shipment,
            String externalId,
            List<String> named,
            Map<String, String> after,
            CallContext call) {
        if (named.size() > 1) {
            return new Existing(Optional.empty(), Map.of(), after, PackedNames.ambiguous(shipment, named));
        }
        Optional<StandingFulfillment> read = read(named, call);
        if (read.isEmpty()) {
            return new Existing(Optional.empty(), Map.of(), after, Violations.none());
        }
        StandingFulfillment standing = read.get();
        String status = standing.status().orElse("C");
        Map<String, String> before = Map.of("number", standing.number(), "status", status);
        FulfillmentPlan plan = plan(shipment, standing, call);
        if (!status.equals("C")) {
            return new Existing(Optional.empty(), before, after, violations(plan));
        }
        return difference(shipment, standing, plan, externalId)
                .map(why -> new Existing(
                        Optional.empty(), before, after, Violations.of(ErrorCode.CONFLICT, "shipStatus", why)))
                .orElseGet(() -> new Existing(Optional.of(ref(standing)), before, after, Violations.none()));
    }

    private Optional<StandingFulfillment> read(List<String> named, CallContext call) {
        if (named.isEmpty()) {
            return Optional.empty();
        }
        String id = named.get(0);
        Optional<JsonValue> record = account.records().read(KIND, id, call);
        return record.map(found -> StandingFulfillment.of(id, found));
    }

    private FulfillmentPlan plan(ItemFulfillment shipment, StandingFulfillment packed, CallContext call) {
        boolean byChannel =
                shipment.lines().stream().anyMatch(line -> line.line().kind() == LineReference.Kind.CHANNEL_LINE_ID);
        OrderLines none = new OrderLines(List.of(), Optional.empty());
        OrderLines order =
                byChannel ? orders.read(List.of(packed.order()), call).getOrDefault(packed.order(), none) : none;
        return FulfillmentPlan.of(shipment, packed.asOrder(order), "item fulfillment " + packed.number());
    }

    private static Violations violations(FulfillmentPlan plan) {
        List<Violation> all = new ArrayList<>(plan.violations());
        all.addAll(plan.overdrawn("packed"));
        return new Violations(all);
    }

    private static EffectOutcome deferred(String missing, String message) {
        return new EffectOutcome.Deferred(missing, new Violation(ErrorCode.WAITING_FOR_RECORD, "shipStatus", message));
    }

    private RecordRef ref(StandingFulfillment fulfillment) {
        return RecordRef.of(account.id(), RecordType.ITEM_FULFILLMENT, fulfillment.id());
    }
}
