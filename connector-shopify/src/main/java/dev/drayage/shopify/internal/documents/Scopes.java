package dev.drayage.shopify.internal.documents;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The access scopes that the documents of each area need. A test compares the table with the one that Shopify publishes.
 * Constants only; thread-safe.
 */
public final class Scopes {
    /** Without it orders older than sixty days are out of reach, which looks as if they were gone. */
    public static final String ALL_ORDERS = "read_all_orders";

    private static final List<Need> ALL = List.of(
            need("orders", "read_orders"),
            need("orders", "read_customers"),
            need("orders", "read_products"),
            need("orders", "read_payment_terms"),
            need("orders", "read_returns", "read_marketplace_returns"),
            need("orders", "read_locations", "read_inventory", "read_markets_home"),
            need("edits", "write_order_edits"),
            need("edits", "read_orders", "read_marketplace_orders", "read_quick_sale"),
            need("metafields", "write_orders", "write_marketplace_orders"),
            need("fulfillment", "read_orders", "read_marketplace_orders"),
            need("fulfillment", "read_locations"),
            need(
                    "fulfillment",
                    "write_merchant_managed_fulfillment_orders",
                    "write_assigned_fulfillment_orders",
                    "write_third_party_fulfillment_orders"),
            need("inventory", "write_inventory"),
            need("products", "write_products"),
            need("prices", "write_products"),
            need("companies", "read_customers"),
            need("payments", "write_orders"),
            need("payments", "read_returns", "read_marketplace_returns"),
            need("payments", "read_locations", "read_inventory", "read_markets_home"),
            need("payouts", "read_shopify_payments_accounts", "read_shopify_payments"));

    private Scopes() {}

    /**
     * A need.
     *
     * @param area what the documents are about
     * @param anyOf scopes of which one is enough; the first is the one to ask for
     */
    public record Need(String area, List<String> anyOf) {
        public Need {
            anyOf = List.copyOf(anyOf);
        }

        /** Whether what was granted is enough; a write scope includes the read. */
        public boolean isMet(Set<String> granted) {
            return anyOf.stream()
                    .anyMatch(scope ->
                            granted.contains(scope) || granted.contains(scope.replaceFirst("^read_", "write_")));
        }
    }

    /** The areas that need a scope, in the order of the table. */
    public static List<String> areas() {
        return ALL.stream().map(Need::area).distinct().toList();
    }

    /** What one area needs. */
    public static List<Need> of(String area) {
        return ALL.stream().filter(need -> need.area().equals(area)).toList();
    }

    /** The scopes to ask for that an area lacks. */
    public static List<String> missing(String area, Set<String> granted) {
        return of(area).stream()
                .filter(need -> !need.isMet(granted))
                .map(need -> need.anyOf().get(0))
                .collect(Collectors.toList());
    }

    private static Need need(String area, String... anyOf) {
        return new Need(area, List.of(anyOf));
    }
}
