package dev.drayage.testkit.amazon;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Set;

/** Writes one line of an order. */
final class OrderItemJson {
    private OrderItemJson() {}

    static void write(
            ObjectNode json, StoredOrder stored, SimulatedItem item, Set<IncludedData> data, Set<Role> roles) {
        String currency = stored.order().currency();
        boolean priced = stored.priced();
        json.put("orderItemId", item.orderItemId());
        json.put("quantityOrdered", item.quantity());
        product(json.putObject("product"), stored.order(), item, priced);
        if (priced && data.contains(IncludedData.PROCEEDS)) {
            proceeds(json.putObject("proceeds"), stored.order(), item, currency);
        }
        if (data.contains(IncludedData.PROMOTION) && !item.promotionIds().isEmpty()) {
            ArrayNode promotions = json.putObject("promotion").putArray("breakdowns");
            item.promotionIds().forEach(id -> promotions.addObject().put("promotionId", id));
        }
        if (data.contains(IncludedData.CANCELLATION)) {
            cancellation(json, stored.cancellation(item.orderItemId()));
        }
        if (data.contains(IncludedData.FULFILLMENT)) {
            fulfillment(json.putObject("fulfillment"), stored, item, roles);
        }
        if (data.contains(IncludedData.TAX) && item.marketplaceFacilitator()) {
            json.putObject("tax")
                    .putArray("taxCollections")
                    .addObject()
                    .put("model", "MARKETPLACE_FACILITATOR")
                    .put("responsibleParty", "Amazon Services, Inc.");
        }
    }

    private static void product(ObjectNode json, SimulatedOrder order, SimulatedItem item, boolean priced) {
        json.put("asin", item.asin());
        json.put("title", item.title());
        json.put("sellerSku", item.sku());
        json.putObject("condition").put("conditionType", "NEW").put("conditionSubtype", "NEW");
        if (priced) {
            ObjectNode price = json.putObject("price");
            OrderJson.amount(price, "unitPrice", item.unitPrice(), order.currency());
            if (order.programs().contains("AMAZON_BUSINESS")) {
                price.put("priceDesignation", "BUSINESS_PRICE");
            }
        }
    }

    private static void proceeds(ObjectNode json, SimulatedOrder order, SimulatedItem item, String currency) {
        OrderJson.amount(json, "proceedsTotal", item.proceedsTotal(), currency);
        ArrayNode breakdowns = json.putArray("breakdowns");
        for (ProceedsLine line : item.proceeds()) {
            boolean turned = line.type().equals("DISCOUNT") && order.positiveDiscounts();
            ObjectNode breakdown = breakdowns.addObject().put("type", line.type());
            OrderJson.amount(breakdown, "subtotal", signed(line.subtotal(), turned), currency);
            if (!line.parts().isEmpty()) {
                ArrayNode details = breakdown.putArray("detailedBreakdowns");
                for (ProceedsLine.Part part : line.parts()) {
                    ObjectNode detail = details.addObject().put("subtype", part.subtype());
                    OrderJson.amount(detail, "value", signed(part.value(), turned), currency);
                }
            }
        }
    }

    private static BigDecimal signed(BigDecimal amount, boolean turned) {
        return turned ? amount.negate() : amount;
    }

    private static void cancellation(ObjectNode item, Cancellation state) {
        if (state.requestReason().isEmpty() && state.cancelledBy().isEmpty()) {
            return;
        }
        ObjectNode json = item.putObject("cancellation");
        if (!state.requestReason().isEmpty()) {
            json.putObject("cancellationRequest").put("requester", "BUYER").put("cancelReason", state.requestReason());
        }
        if (!state.cancelledBy().isEmpty()) {
            ObjectNode execution = json.putObject("cancellationExecution").put("cancelledBy", state.cancelledBy());
            if (!state.reason().isEmpty()) {
                execution.put("cancelReason", state.reason());
            }
        }
    }

    private static void fulfillment(ObjectNode json, StoredOrder stored, SimulatedItem item, Set<Role> roles) {
        json.put("quantityFulfilled", stored.fulfilled(item));
        json.put("quantityUnfulfilled", stored.unfulfilled(item));
        boolean message = !item.giftMessage().isEmpty() && roles.contains(Role.DIRECT_TO_CONSUMER_SHIPPING);
        if (message || !item.giftWrapLevel().isEmpty()) {
            ObjectNode gift = json.putObject("packing").putObject("giftOption");
            if (message) {
                gift.put("giftMessage", item.giftMessage());
            }
            if (!item.giftWrapLevel().isEmpty()) {
                gift.put("giftWrapLevel", item.giftWrapLevel());
            }
        }
    }
}
