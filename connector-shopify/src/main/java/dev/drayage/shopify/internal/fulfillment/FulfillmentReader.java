package dev.drayage.shopify.internal.fulfillment;

import dev.drayage.call.CallContext;
import dev.drayage.error.ErrorCode;
import dev.drayage.error.RefusedException;
import dev.drayage.error.UnavailableException;
import dev.drayage.internal.json.JsonValue;
import dev.drayage.shopify.internal.api.Gid;
import dev.drayage.shopify.internal.api.Pages;
import dev.drayage.shopify.internal.api.ShopifyApi;
import dev.drayage.shopify.internal.api.Variables;
import dev.drayage.shopify.internal.documents.Documents;
import dev.drayage.shopify.internal.graphql.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads what is to be shipped of an order and what was. Reads by id, which show every write at once. Thread-safe. */
final class FulfillmentReader {
    private static final int ATTEMPTS = 3;

    private final ShopifyApi api;
    private final Pages pages;

    FulfillmentReader(ShopifyApi api) {
        this.api = api;
        this.pages = new Pages(api);
    }

    /** What is to be shipped of an order; empty if the shop knows no such order. */
    Optional<OrderToShip> toShip(String order, CallContext call) {
        return read(order, Documents.FULFILLMENT_ORDERS, call, root -> toShip(order, root, call));
    }

    private Optional<OrderToShip> toShip(String order, JsonValue root, CallContext call) {
        Optional<List<JsonValue>> found = pages.all(root, "fulfillmentOrders", Documents.FULFILLMENT_ORDERS, call);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        List<FulfillmentOrder> parts = new ArrayList<>();
        for (JsonValue part : found.get()) {
            Optional<List<JsonValue>> lines = pages.all(part, "lineItems", Documents.FULFILLMENT_ORDER_LINES, call);
            if (lines.isEmpty()) {
                return Optional.empty();
            }
            parts.add(FulfillmentOrder.of(part, lines.get()));
        }
        return Optional.of(new OrderToShip(order, root.at("cancelledAt").isPresent(), parts));
    }

    /**
     * What was shipped of an order, by whomever; none if the shop knows no such order.
     *
     * @throws RefusedException if there are more parcels than can be read
     */
    List<Fulfillment> shipped(String order, CallContext call) {
        return read(order, Documents.FULFILLMENTS_OF_ORDER, call, root -> shipped(order, root, call))
                .orElse(List.of());
    }

    private Optional<List<Fulfillment>> shipped(String order, JsonValue root, CallContext call) {
        List<JsonValue> read = root.elements("fulfillments");
        int all = root.at("fulfillmentsCount").at("count").whole().orElse(0);
        if (all != read.size()) {
            throw new RefusedException(
                    ErrorCode.REFUSED_BY_TARGET,
                    "order " + order + " has " + all + " fulfillments, of which only " + read.size()
                            + " can be read; tell Shopify by hand");
        }
        List<Fulfillment> shipped = new ArrayList<>();
        for (JsonValue fulfillment : read) {
            Optional<List<JsonValue>> lines =
                    pages.all(fulfillment, "fulfillmentLineItems", Documents.FULFILLMENT_LINES, call);
            if (lines.isEmpty()) {
                return Optional.empty();
            }
            shipped.add(Fulfillment.of(fulfillment, lines.get()));
        }
        return Optional.of(shipped);
    }

    /** Reads again what changed between two of its pages. */
    private <T> Optional<T> read(
            String order, Document document, CallContext call, Function<JsonValue, Optional<T>> whole) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            JsonValue root = api.execute(document, Variables.id(new Gid("Order", order).toString()), call)
                    .root();
            if (!root.isPresent()) {
                return Optional.empty();
            }
            Optional<T> found = whole.apply(root);
            if (found.isPresent()) {
                return found;
            }
        }
        throw new UnavailableException(
                ErrorCode.SERVICE_FAILURE, "order " + order + " changes faster than it can be read");
    }
}
