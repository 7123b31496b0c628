package dev.drayage.testkit.netsuite;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * What approved orders hold back on the shelves: what was ordered and not shipped, line by line. Only in accounts that
 * have {@link AccountPreference#ORDERS_COMMIT_STOCK}. Guarded by the account's lock.
 */
final class OrderCommitment {
    private static final Set<String> APPROVED = Set.of("B", "D", "E");
    private static final String DO_NOT_COMMIT = "3";

    private final Account account;
    private final StockBook book;

    OrderCommitment(Account account, StockBook book) {
        this.account = account;
        this.book = book;
    }

    /** Brings the shelves in line with an order as it stands now, or with its absence. */
    void refresh(long orderId) {
        if (account.settings().has(AccountPreference.ORDERS_COMMIT_STOCK)) {
            book.commit(
                    orderId,
                    account.store()
                            .find(account.catalog().get("salesOrder"), orderId)
                            .filter(order -> APPROVED.contains(order.status()))
                            .map(order -> asked(account.store().read(order)))
                            .orElse(Map.of()));
        }
    }

    private Map<StockPlace, BigDecimal> asked(ObjectNode order) {
        Map<StockPlace, BigDecimal> asked = new HashMap<>();
        ObjectNode open = order.deepCopy();
        for (ObjectNode line : Json.rows(open, "item")) {
            boolean held = !Json.ticked(line, "isClosed")
                    && !Json.refId(line, "commitInventory").equals(DO_NOT_COMMIT);
            BigDecimal left = SaleLines.units(line).subtract(Json.number(line, "quantityFulfilled"));
            line.put("quantity", held ? left.max(BigDecimal.ZERO) : BigDecimal.ZERO);
        }
        for (ObjectNode line : book.shelved(open)) {
            String location = Json.refId(line, "location");
            String item = Json.refId(line, "item");
            if (!location.isEmpty()
                    && book.kind(item).isStocked()
                    && SaleLines.units(line).signum() > 0) {
                asked.merge(new StockPlace(item, location, ""), SaleLines.units(line), BigDecimal::add);
            }
        }
        return asked;
    }
}
