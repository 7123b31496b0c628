package dev.drayage.testkit.shopify;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What the app may read and write: any one of a list of scopes opens a type or a mutation, and a write scope includes
 * the read. Immutable.
 */
final class Scopes {
    private static final List<String> FULFILLMENT_ORDERS = List.of(
            "merchant_managed_fulfillment_orders", "third_party_fulfillment_orders", "assigned_fulfillment_orders");
    private static final Map<String, List<String>> TYPES = new LinkedHashMap<>();
    private static final Map<String, List<String>> MUTATIONS = new LinkedHashMap<>();

    static {
        guard(
                List.of("orders", "marketplace_orders"),
                "Order",
                "LineItem",
                "Refund",
                "OrderTransaction",
                "SalesAgreement");
        guard(List.of("customers"), "Customer");
        guard(List.of("customers", "companies"), "Company", "CompanyContact", "CompanyLocation");
        guard(FULFILLMENT_ORDERS, "FulfillmentOrder", "FulfillmentHold");
        guard(List.of("inventory", "products"), "InventoryItem");
        guard(List.of("inventory"), "InventoryLevel");
        guard(List.of("locations", "inventory"), "Location");
        guard(List.of("products"), "Product", "ProductVariant", "PriceList", "Catalog");
        guard(List.of("payment_terms"), "PaymentTerms");
        guard(List.of("shopify_payments", "shopify_payments_accounts"), "ShopifyPaymentsAccount");
        guard(List.of("shopify_payments_payouts"), "ShopifyPaymentsPayout", "ShopifyPaymentsBalanceTransaction");
        writes(
                FULFILLMENT_ORDERS,
                "fulfillmentCreate",
                "fulfillmentTrackingInfoUpdate",
                "fulfillmentCancel",
                "fulfillmentOrderMove",
                "fulfillmentOrderHold",
                "fulfillmentOrderReleaseHold",
                "fulfillmentOrderCancel");
        writes(List.of("fulfillments"), "fulfillmentEventCreate");
        writes(
                List.of("inventory"),
                "inventorySetQuantities",
                "inventoryAdjustQuantities",
                "inventoryActivate",
                "inventoryDeactivate");
        writes(
                List.of("products"),
                "productVariantsBulkUpdate",
                "priceListFixedPricesAdd",
                "priceListFixedPricesUpdate",
                "priceListFixedPricesDelete");
        writes(List.of("customers", "companies"), "companyUpdate", "companyLocationUpdate");
        writes(
                List.of("order_edits"),
                "orderEditBegin",
                "orderEditSetQuantity",
                "orderEditAddVariant",
                "orderEditAddCustomItem",
                "orderEditAddLineItemDiscount",
                "orderEditCommit");
        writes(
                List.of("orders"),
                "orderUpdate",
                "orderClose",
                "orderOpen",
                "orderCancel",
                "orderMarkAsPaid",
                "orderCreateManualPayment",
                "orderCapture",
                "transactionVoid",
                "refundCreate");
    }

    private final Set<String> granted;

    Scopes(Set<String> granted) {
        this.granted = Set.copyOf(granted);
    }

    /** All that the simulator knows, and orders of any age. */
    static Set<String> all() {
        Set<String> all = new TreeSet<>(Set.of("read_all_orders"));
        TYPES.values().forEach(areas -> areas.forEach(area -> all.add("read_" + area)));
        MUTATIONS
                .values()
                .forEach(areas -> areas.forEach(area -> {
                    all.add("read_" + area);
                    all.add("write_" + area);
                }));
        return all;
    }

    Set<String> granted() {
        return granted;
    }

    boolean ordersOfAnyAge() {
        return granted.contains("read_all_orders");
    }

    /** Refuses a field that the app has no scope for. */
    void check(String field, String type, boolean mutation) {
        String bare = type.endsWith("Connection") ? type.substring(0, type.length() - "Connection".length()) : type;
        List<String> areas = mutation ? MUTATIONS.get(field) : TYPES.get(bare);
        if (areas == null
                || areas.stream()
                        .anyMatch(area ->
                                granted.contains("write_" + area) || (!mutation && granted.contains("read_" + area)))) {
            return;
        }
        String verb = mutation ? "write_" : "read_";
        String required = areas.stream().map(area -> "`" + verb + area + "`").collect(Collectors.joining(" or "));
        throw ApiError.accessDenied(field, required + " access scope.");
    }

    private static void guard(List<String> areas, String... types) {
        for (String type : types) {
            TYPES.put(type, areas);
        }
    }

    private static void writes(List<String> areas, String... mutations) {
        for (String mutation : mutations) {
            MUTATIONS.put(mutation, areas);
        }
    }
}
