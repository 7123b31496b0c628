package dev.drayage.shopify.internal.fulfillment;

import dev.drayage.call.CallContext;
import dev.drayage.error.ErrorCode;
import dev.drayage.spi.Existing;
import dev.drayage.spi.Violation;
import dev.drayage.spi.Violations;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/** What stands at Shopify for a parcel, and why it would be refused; reads only. Thread-safe. */
final class FulfillmentLookup {
    private final FulfillmentReader reader;
    private final ParcelAllocation allocation;
    private final FulfillmentCalls calls;
    private final OwnFulfillments own;

    FulfillmentLookup(
            FulfillmentReader reader, ParcelAllocation allocation, FulfillmentCalls calls, OwnFulfillments own) {
        this.reader = reader;
        this.allocation = allocation;
        this.calls = calls;
        this.own = own;
    }

    /** A shipment that cannot be told, so that nothing is read for it. */
    static Existing notReady(ParcelDraft drafted) {
        Violations violations = Violations.none();
        if (drafted instanceof ParcelDraft.Refused refused) {
            violations = refused.violations();
        } else if (drafted instanceof ParcelDraft.Held held) {
            violations = new Violations(List.of(held.reason()));
        }
        return new Existing(Optional.empty(), Map.of(), Map.of(), violations);
    }

    Existing existing(Parcel parcel, String nativeKey, CallContext call) {
        Map<String, String> after = values(parcel.tracking(), parcel.units(), parcel.tracking());
        Optional<OrderToShip> order = reader.toShip(parcel.order(), call);
        if (order.isEmpty()) {
            Violation unknown =
                    new Violation(ErrorCode.REFUSED_BY_TARGET, "orderId", ParcelWriter.unknownOrder(parcel));
            return new Existing(Optional.empty(), Map.of(), after, new Violations(List.of(unknown)));
        }
        Optional<Violation> refusal = refusal(parcel, order.get());
        ParcelSearch search = new ParcelSearch(
                reader.shipped(parcel.order(), call), Set.of(), number -> own.isOfAnother(number, nativeKey));
        Optional<Fulfillment> there = search.tracked(parcel.contentDigest())
                .or(() -> refusal.filter(why -> why.code() == ErrorCode.QUANTITY_EXCEEDED)
                        .flatMap(why -> search.withUnits(parcel.units()))
                        .filter(found -> found.tracking().numbers().isEmpty()));
        return new Existing(
                there.map(found -> calls.ref(found.number())),
                there.map(found -> values(found.tracking(), found.units(), parcel.tracking()))
                        .orElse(Map.of()),
                after,
                there.isPresent()
                        ? Violations.none()
                        : refusal.map(why -> new Violations(List.of(why))).orElse(Violations.none()));
    }

    private Optional<Violation> refusal(Parcel parcel, OrderToShip order) {
        Allocation where = allocation.allocate(parcel, order);
        if (where instanceof Allocation.Refused refused) {
            return Optional.of(refused.violation());
        }
        if (order.cancelled()) {
            return Optional.of(
                    new Violation(ErrorCode.REFUSED_BY_TARGET, "orderId", ParcelWriter.cancelled(parcel)));
        }
        return where instanceof Allocation.Waiting waiting ? Optional.of(waiting.reason()) : Optional.empty();
    }

    /** What a parcel shows; addresses only where they are ours to tell. */
    private static Map<String, String> values(
            Tracking tracking, SortedMap<String, Integer> units, Tracking wanted) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("company", tracking.company());
        values.put("numbers", tracking.numbers().toString());
        if (!wanted.urls().isEmpty()) {
            values.put("urls", tracking.urls().toString());
        }
        values.put("lines", units.toString());
        return values;
    }
}
