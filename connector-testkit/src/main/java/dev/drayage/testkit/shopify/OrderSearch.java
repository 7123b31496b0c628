package dev.drayage.testkit.shopify;

import java.util.List;
import java.util.Locale;

/** The search fields of orders. Stateless. */
final class OrderSearch {
    private OrderSearch() {}

    static SearchFields<ShopOrder> fields(Shop shop) {
        return new SearchFields<ShopOrder>(shop)
                .words("default", (each, seen) -> List.of(each.name + " " + each.email))
                .field("processed_at", (each, seen) -> List.of(each.processedAt))
                .field("name", (each, seen) -> List.of(each.name, each.name.substring(1)))
                .field("po_number", (each, seen) -> List.of(each.poNumber))
                .field("source_name", (each, seen) -> List.of(each.sourceName))
                .field("source_identifier", (each, seen) -> RootFields.some(each.sourceIdentifier))
                .field("test", (each, seen) -> List.of(each.test))
                .field("email", (each, seen) -> List.of(each.email))
                .field("tag", (each, seen) -> each.tags)
                .field(
                        "customer_id",
                        (each, seen) -> each.customer == null ? List.of() : List.of(each.customer.number()))
                .field(
                        "sku",
                        (each, seen) ->
                                each.lines.stream().map(line -> line.sku).toList())
                .field(
                        "gateway",
                        (each, seen) -> each.payments.stream()
                                .map(payment -> payment.gateway)
                                .toList())
                .field("return_status", (each, seen) -> List.of("no_return"))
                .field(
                        "status",
                        (each, seen) -> each.cancelledAt != null
                                ? List.of("cancelled", "any")
                                : each.closedAt != null
                                        ? List.of("closed", "any")
                                        : List.of("open", "not_closed", "any"))
                .field(
                        "financial_status",
                        (each, seen) ->
                                List.of(each.financialStatus().orElse("").toLowerCase(Locale.ROOT)))
                .field("fulfillment_status", (each, seen) -> switch (each.fulfillmentStatus()) {
                    case "FULFILLED" -> List.of("fulfilled", "shipped");
                    case "PARTIALLY_FULFILLED" -> List.of("partial");
                    default -> List.of("unfulfilled", "unshipped");
                });
    }
}
