package dev.drayage.netsuite.internal.itemfulfillment;

import dev.drayage.call.CallContext;
import dev.drayage.error.ErrorCode;
import dev.drayage.internal.json.JsonValue;
import dev.drayage.model.ContentDigest;
import dev.drayage.model.ItemFulfillment;
import dev.drayage.model.RecordRef;
import dev.drayage.model.ShippedPackage;
import dev.drayage.netsuite.internal.account.NetSuiteAccount;
import dev.drayage.netsuite.internal.order.OrderLines;
import dev.drayage.netsuite.internal.record.RecordClient;
import dev.drayage.netsuite.internal.record.RecordKind;
import dev.drayage.netsuite.internal.record.WriteAnswer;
import dev.drayage.spi.EffectOutcome;
import dev.drayage.spi.Intent;
import dev.drayage.spi.Resolution;
import dev.drayage.spi.Violation;
import dev.drayage.spi.Violations;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Brings the packages of a fulfillment that was written before up to date, in the sublist that the account uses. Lines are
 * never changed: if they differ, the warehouse and NetSuite disagree about what left. Thread-safe.
 */
final class TrackingCorrection {
    private static final RecordKind KIND = RecordKind.ITEM_FULFILLMENT;

    private final NetSuiteAccount account;
    private final OrderLines.Reader lines;
    private final ItemFulfillmentBody bodies;

    TrackingCorrection(NetSuiteAccount account, OrderLines.Reader lines, ItemFulfillmentBody bodies) {
        this.account = account;
        this.lines = lines;
        this.bodies = bodies;
    }

    /** What a lost correction is recognised by: its tracking numbers, and its carriers where they are known. */
    static String hint(ItemFulfillment shipment) {
        return digest(shipment.packages().stream()
                        .map(ShippedPackage::trackingNumbers)
                        .filter(numbers -> !numbers.isEmpty())
                        .toList())
                + PackageCarriers.text(shipment.packages())
                        .map(TrackingCorrection::carrierPart)
                        .orElse("");
    }

    private static String digest(List<List<String>> numbers) {
        return ContentDigest.of(numbers);
    }

    private static String carrierPart(String carriers) {
        return "/" + ContentDigest.of(carriers);
    }

    EffectOutcome apply(ItemFulfillment shipment, RecordRef ref, CallContext call) {
        if (shipment.status() == ItemFulfillment.Status.VOIDED) {
            return new EffectOutcome.Rejected(Violations.of(
                    ErrorCode.WITHDRAWN_AFTER_BOOKING,
                    "",
                    "the warehouse called shipment " + shipment.ref().id() + " off, which is item fulfillment "
                            + ref.id()));
        }
        Optional<JsonValue> read = account.records().read(KIND, ref.id(), call);
        if (read.isEmpty()) {
            return new EffectOutcome.Conflict("item fulfillment " + ref.id() + " was deleted in NetSuite");
        }
        JsonValue standing = read.get();
        String orderId = RecordClient.idOf(standing.at("createdFrom")).orElse("");
        OrderLines order =
                lines.read(List.of(orderId), call).getOrDefault(orderId, new OrderLines(List.of(), Optional.empty()));
        FulfillmentPlan plan = FulfillmentPlan.of(shipment, order, "order " + orderId);
        List<Violation> violations = new ArrayList<>(plan.violations());
        if (!violations.isEmpty()) {
            return new EffectOutcome.Rejected(new Violations(violations));
        }
        Map<String, BigDecimal> units =
                StandingFulfillment.of(ref.id(), standing).units();
        if (!plan.unitsByNumber().equals(units)) {
            return new EffectOutcome.Conflict("item fulfillment " + ref.id() + " holds other lines than shipment "
                    + shipment.ref().id() + ": order lines " + units + ", shipped were " + plan.unitsByNumber());
        }
        if (isUpToDate(shipment, plan, standing)) {
            return new EffectOutcome.Unchanged(ref);
        }
        PackageSublist home = PackageRow.home(standing);
        WriteAnswer answer = account.records()
                .update(
                        KIND,
                        ref.id(),
                        bodies.correct(shipment, plan, home, account.records().body()),
                        Optional.of(home.sublist()),
                        call);
        return answer instanceof WriteAnswer.Refused refused
                ? new EffectOutcome.Rejected(refused.refusal().violations())
                : EffectOutcome.Applied.to(ref);
    }

    /** A correction landed if the fulfillment shows its tracking numbers and the carriers that it named. */
    Resolution resolve(Intent intent, RecordRef ref, CallContext call) {
        Optional<JsonValue> standing = account.records().read(KIND, ref.id(), call);
        if (standing.isEmpty()) {
            return new Resolution.Differs("item fulfillment " + ref.id() + " was deleted in NetSuite");
        }
        List<List<String>> numbers = PackageRow.of(standing.get()).stream()
                .map(PackageRow::trackingNumbers)
                .toList();
        String tracking = digest(numbers);
        boolean landed = intent.hint().equals(tracking)
                || intent.hint()
                        .equals(tracking
                                + carrierPart(bodies.carriers(standing.get()).orElse("")));
        return landed ? new Resolution.Landed(EffectOutcome.Applied.to(ref)) : new Resolution.NotLanded();
    }

    private boolean isUpToDate(ItemFulfillment shipment, FulfillmentPlan plan, JsonValue standing) {
        List<String> wanted = new ArrayList<>();
        List<ShippedPackage> parcels = shipment.packages();
        for (int i = 0; i < parcels.size(); i++) {
            wanted.add(parcels.get(i).trackingNumbers() + " "
                    + ItemFulfillmentBody.describe(
                            parcels.get(i), plan.contents().get(i)));
        }
        List<String> there = PackageRow.of(standing).stream()
                .map(row -> row.trackingNumbers() + " " + row.description())
                .toList();
        boolean sameStatus = RecordClient.idOf(standing.at("shipStatus"))
                .map(ItemFulfillmentBody.letter(shipment.status())::equals)
                .orElse(true);
        boolean sameCarriers = PackageCarriers.text(parcels)
                .map(carriers -> bodies.carriers(standing).equals(Optional.of(carriers)))
                .orElse(true);
        return sameStatus && sameCarriers && wanted.equals(there);
    }
}
