package dev.drayage.testkit.netsuite;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;

/**
 * Stock by item and location, set by the test: sales and fulfilments do not move it. Guarded by the account's lock.
 */
final class StockLevels {
    /** Id space of stock levels; no record of the REST API. */
    static final String SPACE = "stocklevel";

    private final Account account;

    StockLevels(Account account) {
        this.account = account;
    }

    void set(String item, String location, BigDecimal onHand, BigDecimal committed) {
        RecordType type = account.catalog().getOrOpen(SPACE);
        ObjectNode body = Json.object();
        body.set("item", Json.ref(item));
        body.set("location", Json.ref(location));
        body.put("quantityOnHand", onHand);
        body.put("quantityCommitted", committed);
        body.put("quantityAvailable", onHand.subtract(committed));
        account.refresh(type, idOf(type, item, location), body);
    }

    private long idOf(RecordType type, String item, String location) {
        for (StoredRecord level : account.store().all(SPACE, Long.MIN_VALUE)) {
            ObjectNode body = account.store().read(level);
            if (Json.refId(body, "item").equals(item)
                    && Json.refId(body, "location").equals(location)) {
                return level.number();
            }
        }
        return account.store().nextId(type);
    }
}
