package dev.drayage.shopify.internal.refunds;

import dev.drayage.call.CallContext;
import dev.drayage.error.ErrorCode;
import dev.drayage.internal.json.JsonValue;
import dev.drayage.shopify.internal.api.Pages;
import dev.drayage.shopify.internal.api.ShippedUnits;
import dev.drayage.shopify.internal.api.ShopifyApi;
import dev.drayage.shopify.internal.api.Variables;
import dev.drayage.shopify.internal.api.Vocabulary;
import dev.drayage.shopify.internal.documents.Documents;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads all refunds of an order, each with all its lines, and where needed what of the order was shipped; everything of one state of
 * the order, else it is read anew. All of them, because what became of the goods of one is told by the others too. Thread-safe.
 */
final class RefundReading {
    private static final int ATTEMPTS = 3;
    /** What a list without a cursor gives at most. */
    private static final int MOST = 250;

    private final ShopifyApi api;
    private final Pages pages;

    RefundReading(ShopifyApi api) {
        this.api = api;
        this.pages = new Pages(api);
    }

    /** The order of a refund; empty if Shopify does not show the refund. */
    Optional<JsonValue> order(String gid, CallContext call) {
        JsonValue refund =
                api.execute(Documents.REFUND_BY_ID, Variables.id(gid), call).root();
        return refund.isPresent() ? Optional.of(refund.required("order")) : Optional.empty();
    }

    /** The ids of an order's refunds. */
    static List<String> ids(JsonValue order) {
        return order.requiredElements("refunds").stream()
                .map(refund -> refund.requiredText("id"))
                .toList();
    }

    /** All refunds of an order; those that went meanwhile are left out. */
    RefundedOrder read(List<String> ids, CallContext call) throws UnreadableRefund {
        if (ids.size() >= MOST) {
            throw new UnreadableRefund(
                    ErrorCode.RECORD_UNREADABLE, "the order has more refunds than the " + MOST + " that Shopify lists");
        }
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<RefundedOrder> whole = attempt(ids, call);
            if (whole.isPresent()) {
                return whole.get();
            }
        }
        throw new UnreadableRefund(
                ErrorCode.RECORD_UNREADABLE,
                "the order changed each time its refunds were read; its last change is read with a later window");
    }

    private Optional<RefundedOrder> attempt(List<String> ids, CallContext call) throws UnreadableRefund {
        List<ReadRefund> refunds = new ArrayList<>();
        for (String id : ids) {
            JsonValue refund =
                    api.execute(Documents.REFUND_BY_ID, Variables.id(id), call).root();
            if (!refund.isPresent()) {
                continue;
            }
            Optional<List<JsonValue>> lines = pages.all(refund, "refundLineItems", Documents.REFUND_LINES, call);
            if (lines.isEmpty()) {
                return Optional.empty();
            }
            refunds.add(new ReadRefund(refund, lines.get()));
        }
        if (refunds.stream().map(RefundReading::state).distinct().count() > 1) {
            return Optional.empty();
        }
        return RestockRule.needsShipments(refunds)
                ? shipped(refunds.get(0), call).map(shipped -> new RefundedOrder(refunds, shipped))
                : Optional.of(new RefundedOrder(refunds, Map.of()));
    }

    private static String state(ReadRefund refund) {
        return refund.order().requiredText("updatedAt");
    }

    private Optional<Map<String, BigDecimal>> shipped(ReadRefund refund, CallContext call) throws UnreadableRefund {
        JsonValue order = api.execute(
                        Documents.FULFILLMENTS_OF_ORDER,
                        Variables.id(refund.order().requiredText("id")),
                        call)
                .root();
        if (!order.isPresent() || !order.requiredText("updatedAt").equals(state(refund))) {
            return Optional.empty();
        }
        List<JsonValue> shipments = order.requiredElements("fulfillments");
        if (shipments.size()
                != order.at("fulfillmentsCount").at("count").whole().orElse(0)) {
            throw new UnreadableRefund(
                    ErrorCode.RECORD_UNREADABLE,
                    "the order has more fulfillments than the " + shipments.size() + " that Shopify lists");
        }
        Map<String, BigDecimal> units = new HashMap<>();
        for (JsonValue shipment : shipments) {
            String status = shipment.requiredText("status");
            if (!Vocabulary.FULFILLMENT_STATUSES.contains(status)) {
                throw new UnreadableRefund(
                        ErrorCode.VALUE_UNKNOWN,
                        "the status of a fulfillment is a word that this version does not know");
            }
            if (!status.equals("SUCCESS")) {
                continue;
            }
            Optional<List<JsonValue>> lines =
                    pages.all(shipment, "fulfillmentLineItems", Documents.FULFILLMENT_LINES, call);
            if (lines.isEmpty()) {
                return Optional.empty();
            }
            ShippedUnits.mustComeToTotal(shipment, lines.get());
            lines.get()
                    .forEach(line -> units.merge(
                            line.required("lineItem").requiredText("id"), ReadRefund.units(line), BigDecimal::add));
        }
        return Optional.of(units);
    }
}
