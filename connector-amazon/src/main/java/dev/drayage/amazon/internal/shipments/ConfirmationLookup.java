package dev.drayage.amazon.internal.shipments;

import dev.drayage.amazon.internal.shipments.ConfirmedOrder.ConfirmedPackage;
import dev.drayage.error.ErrorCode;
import dev.drayage.model.AccountId;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.spi.Existing;
import dev.drayage.spi.Violation;
import dev.drayage.spi.Violations;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What stands at Amazon for a confirmation, and why Amazon would refuse it; decided from what was read. Immutable. */
final class ConfirmationLookup {
    private final AccountId account;

    ConfirmationLookup(AccountId account) {
        this.account = account;
    }

    /** A shipment that cannot be sent, so that nothing is read for it. */
    static Existing notReady(ConfirmationDraft drafted) {
        Violations violations = Violations.none();
        if (drafted instanceof ConfirmationDraft.Refused refused) {
            violations = refused.violations();
        } else if (drafted instanceof ConfirmationDraft.Held held) {
            violations = new Violations(List.of(held.reason()));
        }
        return new Existing(Optional.empty(), Map.of(), Map.of(), violations);
    }

    Existing existing(Confirmation confirmation, Optional<ConfirmedOrder> order) {
        Map<String, String> after = values(
                confirmation.carrier().name().orElse(confirmation.carrier().code()),
                confirmation.trackingNumber(),
                confirmation.units());
        if (order.isEmpty()) {
            return new Existing(
                    Optional.empty(),
                    Map.of(),
                    after,
                    Violations.of(
                            ErrorCode.REFUSED_BY_TARGET,
                            "orderId",
                            "Amazon knows no order " + confirmation.orderId() + " of this seller in this region"));
        }
        Optional<ConfirmedPackage> parcel = order.get().standsFor(confirmation);
        return new Existing(
                parcel.map(found -> RecordRef.of(
                        account,
                        RecordType.ITEM_FULFILLMENT,
                        PackageReference.recordId(confirmation.orderId(), found.reference()))),
                parcel.map(found -> values(found.carrier(), found.trackingNumber(), found.units()))
                        .orElse(Map.of()),
                after,
                new Violations(objections(confirmation, order.get(), parcel)));
    }

    private static List<Violation> objections(
            Confirmation confirmation, ConfirmedOrder order, Optional<ConfirmedPackage> parcel) {
        List<Violation> objections = new ArrayList<>();
        if (order.fulfilledBy().equals("AMAZON")) {
            objections.add(refused("fulfilledBy", confirmation, "is shipped by Amazon"));
        }
        switch (order.status()) {
            case "UNSHIPPED", "PARTIALLY_SHIPPED", "SHIPPED" -> {}
            default -> objections.add(refused("fulfillmentStatus", confirmation, "is " + order.status()));
        }
        if (!order.marketplaceId().isEmpty() && !order.marketplaceId().equals(confirmation.marketplaceId())) {
            objections.add(refused("marketplaceId", confirmation, "was placed in store " + order.marketplaceId()));
        }
        confirmation.units().forEach((id, units) -> {
            Integer open = order.open().get(id);
            if (open == null) {
                objections.add(new Violation(
                        ErrorCode.LINE_UNKNOWN,
                        "orderItemId",
                        "order " + confirmation.orderId() + " has no line " + id));
            } else if (units > open - order.packedElsewhere(id, parcel)) {
                objections.add(new Violation(
                        ErrorCode.QUANTITY_EXCEEDED,
                        "quantity",
                        "line " + id + " of order " + confirmation.orderId() + ": " + units + " would ship, but only "
                                + Math.max(0, open - order.packedElsewhere(id, parcel)) + " are left"));
            }
        });
        return objections;
    }

    private static Violation refused(String field, Confirmation confirmation, String why) {
        return new Violation(
                ErrorCode.REFUSED_BY_TARGET,
                field,
                "order " + confirmation.orderId() + " " + why + ", so that it cannot be confirmed");
    }

    private static Map<String, String> values(String carrier, String tracking, Map<String, Integer> units) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("carrier", carrier);
        values.put("trackingNumber", tracking);
        values.put("orderItems", units.toString());
        return values;
    }
}
