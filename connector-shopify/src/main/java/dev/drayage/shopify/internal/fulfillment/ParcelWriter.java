package dev.drayage.shopify.internal.fulfillment;

import dev.drayage.call.CallContext;
import dev.drayage.error.ErrorCode;
import dev.drayage.model.RecordRef;
import dev.drayage.spi.EffectOutcome;
import dev.drayage.spi.Violation;
import dev.drayage.spi.Violations;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Brings Shopify to what an ERP says of one parcel, by at most one committing call: reads the order, decides, calls. What stands
 * there already, told by whomever, is taken and not told twice. Thread-safe.
 */
final class ParcelWriter {
    private static final int ATTEMPTS = 2;

    private final FulfillmentReader reader;
    private final ParcelAllocation allocation;
    private final FulfillmentCalls calls;
    private final OwnFulfillments own;

    ParcelWriter(FulfillmentReader reader, ParcelAllocation allocation, FulfillmentCalls calls, OwnFulfillments own) {
        this.reader = reader;
        this.allocation = allocation;
        this.calls = calls;
        this.own = own;
    }

    /** A parcel that Shopify may not know yet. */
    EffectOutcome tell(Parcel parcel, String nativeKey, Set<String> others, CallContext call) {
        for (int attempt = 1; ; attempt++) {
            Optional<OrderToShip> order = reader.toShip(parcel.order(), call);
            if (order.isEmpty()) {
                return rejected(ErrorCode.REFUSED_BY_TARGET, "orderId", unknownOrder(parcel));
            }
            ParcelSearch search = search(parcel, nativeKey, others, call);
            Optional<Fulfillment> there = search.tracked(parcel.contentDigest());
            if (there.isPresent()) {
                return kept(there.get(), nativeKey, track(there.get(), parcel, call));
            }
            Allocation where = allocation.allocate(parcel, order.get());
            if (where instanceof Allocation.Refused refused) {
                return toldByHand(search, parcel, nativeKey, refused.violation(), call);
            }
            if (order.get().cancelled()) {
                return rejected(ErrorCode.REFUSED_BY_TARGET, "orderId", cancelled(parcel));
            }
            if (where instanceof Allocation.Waiting waiting) {
                return new EffectOutcome.Deferred(waiting.missing(), waiting.reason());
            }
            FulfillmentCalls.Created created = calls.create(parcel, (Allocation.Found) where, call);
            if (!created.movedOn() || attempt == ATTEMPTS) {
                return kept(nativeKey, created.outcome());
            }
        }
    }

    /** A parcel that Shopify knew when it was last told of. */
    EffectOutcome change(RecordRef existing, Parcel parcel, String nativeKey, Set<String> others, CallContext call) {
        Optional<Fulfillment> found = reader.shipped(parcel.order(), call).stream()
                .filter(each -> each.number().equals(existing.id()))
                .findFirst();
        if (found.isEmpty() || !found.get().standing()) {
            // Cancelled there, or voided and shipped again: what left is told anew.
            return tell(parcel, nativeKey, others, call);
        }
        Fulfillment there = found.get();
        if (!there.units().equals(parcel.units())) {
            return new EffectOutcome.Conflict("order " + parcel.order() + ": Shopify holds " + there.describe()
                    + ", and the parcel now holds lines " + parcel.units()
                    + "; Shopify cannot change what is in a parcel: cancel the fulfillment there, then retry");
        }
        return kept(there, nativeKey, track(there, parcel, call));
    }

    /** A parcel is taken back: its lines become open again. */
    EffectOutcome takeBack(RecordRef existing, Optional<String> order, CallContext call) {
        boolean gone = order.map(number -> reader.shipped(number, call)).orElse(List.of()).stream()
                .anyMatch(each -> each.number().equals(existing.id()) && !each.standing());
        return gone ? new EffectOutcome.Unchanged(existing) : calls.cancel(existing, call);
    }

    private ParcelSearch search(Parcel parcel, String nativeKey, Set<String> others, CallContext call) {
        return new ParcelSearch(
                reader.shipped(parcel.order(), call), others, number -> own.isOfAnother(number, nativeKey));
    }

    /** Nothing is left to tell: somebody else may have told it, with or without tracking. */
    private EffectOutcome toldByHand(
            ParcelSearch search, Parcel parcel, String nativeKey, Violation refusal, CallContext call) {
        Optional<Fulfillment> there =
                refusal.code() == ErrorCode.QUANTITY_EXCEEDED ? search.withUnits(parcel.units()) : Optional.empty();
        if (there.isEmpty()) {
            return new EffectOutcome.Rejected(new Violations(List.of(refusal)));
        }
        if (there.get().tracking().numbers().isEmpty()) {
            return kept(there.get(), nativeKey, track(there.get(), parcel, call));
        }
        return new EffectOutcome.Conflict("order " + parcel.order() + ": Shopify holds "
                + there.get().describe() + ", and the parcel has tracking "
                + parcel.tracking().numbers() + "; cancel the fulfillment there if it is wrong, then retry");
    }

    private EffectOutcome track(Fulfillment there, Parcel parcel, CallContext call) {
        return parcel.tracking().isEmpty() || parcel.tracking().isShownBy(there.tracking())
                ? new EffectOutcome.Unchanged(calls.ref(there.number()))
                : calls.track(there, parcel.tracking(), call);
    }

    private EffectOutcome kept(Fulfillment there, String nativeKey, EffectOutcome outcome) {
        own.keep(there.number(), nativeKey);
        return outcome;
    }

    private EffectOutcome kept(String nativeKey, EffectOutcome outcome) {
        if (outcome instanceof EffectOutcome.Applied applied) {
            own.keep(applied.ref().id(), nativeKey);
        }
        return outcome;
    }

    static String unknownOrder(Parcel parcel) {
        return "the shop knows no order " + parcel.order()
                + "; it was deleted, or is older than sixty days and the app lacks read_all_orders";
    }

    static String cancelled(Parcel parcel) {
        return "order " + parcel.order() + " was cancelled at Shopify, so that nothing of it can be told as shipped";
    }

    private static EffectOutcome rejected(ErrorCode code, String field, String message) {
        return new EffectOutcome.Rejected(Violations.of(code, field, message));
    }
}
