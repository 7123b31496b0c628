package dev.drayage.shopify.internal.orders;

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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads what hangs on an order to its end. An order that changes meanwhile is read anew, so that none is put together from two
 * states. Thread-safe.
 */
final class OrderReading {
    private static final int TRIES = 3;

    private final ShopifyApi api;
    private final Pages pages;

    OrderReading(ShopifyApi api) {
        this.api = api;
        this.pages = new Pages(api);
    }

    /** One order by its gid; empty if there is none, or if it may not be seen. */
    Optional<ReadOrder> read(String gid, CallContext call) throws UnreadableOrder {
        JsonValue order =
                api.execute(Documents.ORDER_BY_ID, Variables.id(gid), call).root();
        return order.isPresent() ? Optional.of(complete(order, call)) : Optional.empty();
    }

    /** An order that was read in a list, completed. */
    ReadOrder complete(JsonValue listed, CallContext call) throws UnreadableOrder {
        JsonValue order = listed;
        for (int i = 0; i < TRIES; i++) {
            Optional<ReadOrder> whole = tryToComplete(order, call);
            if (whole.isPresent()) {
                return whole.get();
            }
            JsonValue again = api.execute(Documents.ORDER_BY_ID, Variables.id(order.requiredText("id")), call)
                    .root();
            if (!again.isPresent()) {
                break;
            }
            order = again;
        }
        throw new UnreadableOrder(
                ErrorCode.RECORD_UNREADABLE, "the order changed or went each time that it was read to its end");
    }

    private Optional<ReadOrder> tryToComplete(JsonValue order, CallContext call) throws UnreadableOrder {
        whole(order, "transactions", "transactionsCount");
        whole(order, "fulfillments", "fulfillmentsCount");
        Optional<List<JsonValue>> lines = pages.all(order, "lineItems", Documents.ORDER_LINES, call);
        Optional<List<JsonValue>> charges = pages.all(order, "shippingLines", Documents.ORDER_SHIPPING_LINES, call);
        if (lines.isEmpty() || charges.isEmpty()) {
            return Optional.empty();
        }
        ReadOrder read = new ReadOrder(order, lines.get(), charges.get(), Map.of());
        return read.isRefunded() && read.isReduced()
                ? shipped(order, lines.get(), call)
                        .map(units -> new ReadOrder(order, lines.get(), charges.get(), units))
                : Optional.of(read);
    }

    /** Lists without a cursor are whole if they have as many members as Shopify counts. */
    private static void whole(JsonValue order, String list, String count) throws UnreadableOrder {
        int counted = order.at(count).at("count").whole().orElse(0);
        if (order.requiredElements(list).size() != counted) {
            throw new UnreadableOrder(
                    ErrorCode.RECORD_UNREADABLE,
                    "the order has " + counted + " " + list + ", of which Shopify shows only "
                            + order.elements(list).size());
        }
    }

    private Optional<Map<String, BigDecimal>> shipped(JsonValue order, List<JsonValue> ordered, CallContext call)
            throws UnreadableOrder {
        JsonValue again = api.execute(Documents.FULFILLMENTS_OF_ORDER, Variables.id(order.requiredText("id")), call)
                .root();
        if (!again.isPresent()) {
            return Optional.empty();
        }
        Map<String, BigDecimal> units = new HashMap<>();
        Set<String> known =
                ordered.stream().map(line -> line.requiredText("id")).collect(Collectors.toSet());
        whole(again, "fulfillments", "fulfillmentsCount");
        for (JsonValue fulfillment : again.elements("fulfillments")) {
            String status = fulfillment.requiredText("status");
            if (!Vocabulary.FULFILLMENT_STATUSES.contains(status)) {
                throw new UnreadableOrder(
                        ErrorCode.VALUE_UNKNOWN,
                        "the status of a fulfillment is a word that this version does not know");
            }
            if (!status.equals("SUCCESS")) {
                continue;
            }
            Optional<List<JsonValue>> lines =
                    pages.all(fulfillment, "fulfillmentLineItems", Documents.FULFILLMENT_LINES, call);
            if (lines.isEmpty()) {
                return Optional.empty();
            }
            ShippedUnits.mustComeToTotal(fulfillment, lines.get());
            for (JsonValue line : lines.get()) {
                String of = line.required("lineItem").requiredName("id");
                if (!known.contains(of)) {
                    throw new UnreadableOrder(
                            ErrorCode.RECORD_UNREADABLE, "a fulfillment holds units of a line that the order lacks");
                }
                units.merge(of, line.requiredDecimal("quantity"), BigDecimal::add);
            }
        }
        return Optional.of(units);
    }
}
