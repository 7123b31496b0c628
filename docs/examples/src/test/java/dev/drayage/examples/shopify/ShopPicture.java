package dev.drayage.examples.shopify;

import dev.drayage.testkit.netsuite.Books;
import dev.drayage.testkit.shopify.Fulfillment;
import dev.drayage.testkit.shopify.ShopOrder;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/** What stands in the books under names that do not depend on the number of calls, and at the shop. Reads the simulators only. */
final class ShopPicture {
    private ShopPicture() {}

    /** Transactions and customers of the books; of each order its goods, its parcels and its money. */
    static Map<String, String> of(ShopAndBooks world) {
        Map<String, String> picture = new TreeMap<>();
        for (Books.Transaction transaction : world.netSuite.books().transactions()) {
            String name = transaction.recordType() + " " + transaction.externalId();
            picture.merge(
                    name,
                    transaction.status() + " " + plain(transaction.total()) + " open " + plain(transaction.open()),
                    (first, second) -> first + " AND " + second);
        }
        world.netSuite
                .records("customer")
                .forEach(customer -> picture.merge(
                        "customer " + customer.body().path("companyName").asText()
                                + customer.body().path("lastName").asText(),
                        "there",
                        (first, second) -> first + " AND " + second));
        for (ShopOrder order : world.shop.orders().all()) {
            picture.put("sold " + order.name(), sold(order));
            picture.put(
                    "paid " + order.name(),
                    order.payments().stream()
                            .map(payment -> payment.kind() + " " + payment.gateway() + " "
                                    + plain(payment.amount().shop()))
                            .toList()
                            .toString());
            picture.put(
                    "shipped " + order.name(),
                    order.fulfillments().stream()
                            .map(Fulfillment::tracking)
                            .toList()
                            .toString());
        }
        return picture;
    }

    private static String sold(ShopOrder order) {
        Map<String, Integer> units = new TreeMap<>();
        order.lines().forEach(line -> units.merge(line.sku(), line.currentQuantity(), Integer::sum));
        return units + " for " + plain(order.totals().currentTotal().shop());
    }

    private static String plain(BigDecimal amount) {
        return amount.stripTrailingZeros().toPlainString();
    }
}
