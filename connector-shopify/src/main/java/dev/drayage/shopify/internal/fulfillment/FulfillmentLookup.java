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

    /** A shipment that cannot be told, or not yet, so that nothing is read for it. */
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
        Allocation where = allocation.allocate(parcel, order.get());
        List<Fulfillment> shipped = reader.shipped(parcel.order(), call);
        ParcelSearch search = new ParcelSearch(shipped, Set.of(), number -> own.isOfAnother(number, nativeKey));
        Optional<Fulfillment> withUnits = isExceeded(where) ? search.withUnits(parcel.units()) : Optional.empty();
        Optional<Fulfillment> there = search.tracked(parcel.contentDigest())
                .or(() -> own.of(nativeKey)
                        .flatMap(number -> shipped.stream()
                                .filter(each -> each.standing() && each.number().equals(number))
                                .findFirst()))
                .or(() -> withUnits.filter(found -> found.tracking().numbers().isEmpty()));
        // With other tracking it is ours, to be corrected, or a person's; only the ledger knows, so it is shown and not
        // named.
        Optional<Fulfillment> shown = there.or(() -> withUnits);
        if (where instanceof Allocation.Waiting waiting && there.isEmpty()) {
            after.put("waitsFor", waiting.reason().message());
        }
        return new Existing(
                there.map(found -> calls.ref(found.number())),
                shown.map(found -> values(found.tracking(), found.units(), parcel.tracking()))
                        .orElse(Map.of()),
                after,
                shown.isPresent() ? Violations.none() : refusal(parcel, order.get(), where));
    }

    private static boolean isExceeded(Allocation where) {
        return where instanceof Allocation.Refused refused
                && refused.violation().code() == ErrorCode.QUANTITY_EXCEEDED;
    }

    private static Violations refusal(Parcel parcel, OrderToShip order, Allocation where) {
        if (where instanceof Allocation.Refused refused) {
            return new Violations(List.of(refused.violation()));
        }
        return order.cancelled()
                ? Violations.of(ErrorCode.REFUSED_BY_TARGET, "orderId", ParcelWriter.cancelled(parcel))
                : Violations.none();
    }

    /** What a parcel shows; addresses only where they are ours to tell. */
    private static Map<String, String> values(Tracking tracking, SortedMap<String, Integer> units, Tracking wanted) {
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
