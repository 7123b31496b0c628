package dev.drayage.shopify.internal.refunds;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drayage.internal.json.Json;
import dev.drayage.internal.json.JsonLimits;
import dev.drayage.internal.json.JsonValue;
import dev.drayage.model.Refund;
import dev.drayage.shopify.MoneyBasis;
import dev.drayage.shopify.internal.SimulatedShop;
import dev.drayage.shopify.internal.api.Pages;
import dev.drayage.spi.Change;
import java.util.List;
import java.util.Map;

/** The answer of {@code RefundById} about a refund of an order in Canadian dollars, paid in American ones. Not thread-safe. */
final class RefundAnswer {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Json READER = new Json(JsonLimits.standard());

    private final ObjectNode refund = JSON.objectNode();
    private final ObjectNode order = refund.putObject("order");
    private final ArrayNode duties = refund.putArray("duties");
    private final ArrayNode lines = list("refundLineItems");
    private final ArrayNode shippingLines = list("refundShippingLines");
    private final ArrayNode adjustments = list("orderAdjustments");
    private final ArrayNode payments = list("transactions");

    RefundAnswer() {
        refund.put("id", "gid://shopify/Refund/900");
        refund.put("createdAt", "2026-11-16T08:00:00Z");
        refund.put("processedAt", "2026-11-16T08:00:00Z");
        order.put("id", "gid://shopify/Order/1").put("name", "#1001").put("updatedAt", "2026-11-16T08:00:00Z");
        orderIn("CAD", "USD");
    }

    private ArrayNode list(String name) {
        ObjectNode connection = refund.putObject(name);
        connection.putObject("pageInfo").put("hasNextPage", false);
        return connection.putArray("nodes");
    }

    RefundAnswer orderIn(String shop, String presentment) {
        order.put("currencyCode", shop).put("presentmentCurrencyCode", presentment);
        return this;
    }

    RefundAnswer dutiesIncluded() {
        order.put("dutiesIncluded", true);
        return this;
    }

    /** One unit of a line, without tax. */
    RefundAnswer line(String restockType, String shop, String presentment) {
        ObjectNode line = lines.addObject();
        line.put("id", "gid://shopify/RefundLineItem/" + lines.size());
        line.put("quantity", 1).put("restockType", restockType);
        line.putObject("lineItem")
                .put("id", "gid://shopify/LineItem/7")
                .put("sku", "SHIRT-1")
                .put("currentQuantity", 0)
                .put("unfulfilledQuantity", 0)
                .put("requiresShipping", true);
        line.set("subtotalSet", bag(shop, presentment));
        line.set("totalTaxSet", bag("0.0", "0.0"));
        return this;
    }

    RefundAnswer shipping(String amount, String tax) {
        ObjectNode line = shippingLines.addObject();
        line.putObject("shippingLine").put("title", "Standard");
        line.set("subtotalAmountSet", bag(amount, amount));
        line.set("taxAmountSet", bag(tax, tax));
        return this;
    }

    RefundAnswer duty(String amount) {
        duties.addObject().set("amountSet", bag(amount, amount));
        return this;
    }

    RefundAnswer adjustment(String reason, String amount, String tax) {
        ObjectNode adjustment = adjustments.addObject().put("reason", reason);
        adjustment.set("amountSet", bag(amount, amount));
        adjustment.set("taxAmountSet", bag(tax, tax));
        return this;
    }

    RefundAnswer paid(String shop, String presentment) {
        ObjectNode payment = payments.addObject();
        payment.put("id", "gid://shopify/OrderTransaction/" + payments.size());
        payment.put("kind", "REFUND").put("status", "SUCCESS").put("gateway", "manual");
        payment.set("amountSet", bag(shop, presentment));
        return this;
    }

    RefundAnswer paid(String shop, String presentment, String rounding) {
        paid(shop, presentment);
        ((ObjectNode) payments.get(payments.size() - 1)).set("amountRoundingSet", bag(rounding, rounding));
        return this;
    }

    /** Payments as they were recorded. */
    RefundAnswer recorded(ArrayNode transactions) {
        transactions.forEach(payments::add);
        return this;
    }

    RefundAnswer morePayments() {
        ((ObjectNode) refund.path("transactions").path("pageInfo"))
                .put("hasNextPage", true)
                .put("endCursor", "abc");
        return this;
    }

    private ObjectNode bag(String shop, String presentment) {
        ObjectNode bag = JSON.objectNode();
        bag.putObject("shopMoney").put("amount", shop).set("currencyCode", order.get("currencyCode"));
        bag.putObject("presentmentMoney")
                .put("amount", presentment)
                .set("currencyCode", order.get("presentmentCurrencyCode"));
        return bag;
    }

    /** Of an order that last changed then and has two refunds, of which this is one. */
    RefundAnswer ofTwo(String number, String updatedAt) {
        refund.put("id", "gid://shopify/Refund/" + number);
        order.put("updatedAt", updatedAt);
        ArrayNode both = order.putArray("refunds");
        both.addObject().put("id", "gid://shopify/Refund/900");
        both.addObject().put("id", "gid://shopify/Refund/901");
        return this;
    }

    /** The data of the answer. */
    String data() {
        return "{\"refund\":" + refund + "}";
    }

    /** The refund as the connector reads it from this answer. */
    Change<Refund> change(MoneyBasis basis) {
        JsonValue read = READER.read(READER.write(refund), "RefundById");
        ReadRefund one = new ReadRefund(read, Pages.nodes(read.at("refundLineItems")));
        return new RefundTranslation(SimulatedShop.ACCOUNT, basis)
                .change(one, new RefundedOrder(List.of(one), Map.of()));
    }
}
