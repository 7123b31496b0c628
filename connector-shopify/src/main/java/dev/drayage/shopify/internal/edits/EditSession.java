package dev.drayage.shopify.internal.edits;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drayage.call.CallContext;
import dev.drayage.error.ErrorCode;
import dev.drayage.internal.json.JsonValue;
import dev.drayage.model.EditedLine;
import dev.drayage.model.Money;
import dev.drayage.shopify.internal.api.Answer;
import dev.drayage.shopify.internal.api.Gid;
import dev.drayage.shopify.internal.api.ShopifyApi;
import dev.drayage.shopify.internal.api.Variables;
import dev.drayage.shopify.internal.documents.Documents;
import dev.drayage.shopify.internal.graphql.Document;
import dev.drayage.shopify.internal.orders.OrderGoods;
import dev.drayage.shopify.internal.products.ShopVariant;
import dev.drayage.shopify.internal.products.VariantReader;
import dev.drayage.spi.Violation;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One edit of one order, from begin to commit. Nothing shows on the order before the commit, and a session that is left alone ends
 * by itself. Used for one order by one thread.
 */
final class EditSession {
    private final ShopifyApi api;
    private final String basis;
    private final String name;
    private final String id;
    private final Map<String, BigDecimal> found;
    private final CallContext call;

    private EditSession(
            ShopifyApi api, String basis, String name, String id, Map<String, BigDecimal> found, CallContext call) {
        this.api = api;
        this.basis = basis;
        this.name = name;
        this.id = id;
        this.found = found;
        this.call = call;
    }

    /**
     * Begins.
     *
     * @param basis the member of a money bag that counts
     * @param order the order
     * @param name what people call it
     */
    static EditSession begin(ShopifyApi api, String basis, String order, String name, CallContext call)
            throws EditRefused {
        Answer answer = api.execute(Documents.ORDER_EDIT_BEGIN, Variables.id(order), call);
        if (answer.isRefused()) {
            throw new EditRefused(
                    ErrorCode.CHANGE_REFUSED,
                    "id",
                    "Shopify lets nobody edit order " + name + ": " + String.join("; ", answer.refusals()));
        }
        JsonValue calculated = answer.root().required("calculatedOrder");
        Map<String, BigDecimal> found = new HashMap<>();
        for (JsonValue line : calculated.required("lineItems").elements("nodes")) {
            Gid.parse(line.requiredText("id")).ifPresent(gid -> found.put(gid.key(), line.requiredDecimal("quantity")));
        }
        return new EditSession(api, basis, name, calculated.requiredText("id"), found, call);
    }

    /** Whether a line that the session shows has another quantity than was read before it began: somebody was faster. */
    boolean isOvertaken(OrderGoods order) {
        return order.lines().stream()
                .anyMatch(line -> found.containsKey(line.lineId())
                        && found.get(line.lineId()).compareTo(line.current()) != 0);
    }

    /** Sets the quantity of a line; what is taken out of it can be sold again. */
    void set(String lineId, int quantity) throws EditRefused {
        ask(
                Documents.ORDER_EDIT_SET_QUANTITY,
                Variables.id(id)
                        .with("line", new Gid("CalculatedLineItem", lineId).toString())
                        .with("quantity", quantity)
                        .with("restock", true),
                "line " + lineId);
    }

    /**
     * Adds a line. Shopify sells it at its own price: at none if that is what the ERP says, and not at all if the ERP says
     * another one.
     */
    void add(EditedLine line) throws EditRefused {
        String what = "SKU " + line.sku();
        JsonValue added = ask(
                        Documents.ORDER_EDIT_ADD_VARIANT,
                        Variables.id(id)
                                .with("variant", variant(line.sku()))
                                .with("quantity", line.quantity().intValueExact()),
                        what)
                .required("calculatedLineItem");
        JsonValue price = added.required("originalUnitPriceSet").required(basis);
        Money shops =
                new Money(price.requiredDecimal("amount"), Currency.getInstance(price.requiredText("currencyCode")));
        Optional<Money> wanted = line.unitPrice();
        if (wanted.filter(Money::isZero).isPresent() && !shops.isZero()) {
            ObjectNode whole = JsonNodeFactory.instance.objectNode();
            whole.put("percentValue", 100);
            whole.put("description", "Free of charge");
            ask(
                    Documents.ORDER_EDIT_DISCOUNT,
                    Variables.id(id).with("line", added.requiredText("id")).with("discount", whole),
                    what);
        } else if (!wanted.equals(Optional.of(shops))) {
            throw new EditRefused(
                    ErrorCode.CHANGE_REFUSED,
                    "unitPrice",
                    what + " costs " + shops + " at Shopify and "
                            + wanted.map(Money::toString).orElse("an unknown price") + " in order " + name
                            + " of the ERP: give it Shopify's price or none there, or add it at Shopify by hand");
        }
    }

    private String variant(String sku) throws EditRefused {
        if (sku.isBlank()) {
            throw new EditRefused(
                    ErrorCode.SKU_UNKNOWN,
                    "sku",
                    "a line that was added to order " + name + " in the ERP has an item without a SKU");
        }
        List<ShopVariant> found =
                new VariantReader(api).bySku(List.of(sku), call).getOrDefault(sku, List.of());
        Optional<Violation> violation = VariantReader.violation(sku, found);
        if (violation.isPresent()) {
            throw new EditRefused(
                    violation.get().code(),
                    "sku",
                    "a line was added to order " + name + " in the ERP, but "
                            + violation.get().message());
        }
        return found.get(0).id();
    }

    /** Makes it so; never sent twice. */
    Answer commit(boolean notify, String note) {
        return api.execute(
                Documents.ORDER_EDIT_COMMIT,
                Variables.id(id).with("notify", notify).with("note", note),
                call);
    }

    private JsonValue ask(Document document, Variables variables, String what) throws EditRefused {
        Answer answer = api.execute(document, variables, call);
        if (answer.isRefused()) {
            throw new EditRefused(
                    ErrorCode.CHANGE_REFUSED,
                    what,
                    "Shopify refused to change " + what + " of order " + name + ": "
                            + String.join("; ", answer.refusals()));
        }
        return answer.root();
    }
}
