package dev.drayage.testkit.netsuite;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * Stock by item and location. What is committed is what the test counted as such: orders do not commit stock by
 * themselves. Stock can fall below zero, as it does in an account that ships what it did not count. Guarded by the
 * account's lock.
 */
final class StockLevels {
    /** Id space of stock levels; no record of the REST API. */
    static final String SPACE = "stocklevel";

    private final Account account;

    StockLevels(Account account) {
        this.account = account;
    }

    /** From now on this is what lies there. */
    void set(String item, String location, BigDecimal onHand, BigDecimal committed) {
        RecordType type = account.catalog().getOrOpen(SPACE);
        ObjectNode body = Json.object().put("externalId", key(item, location));
        body.set("item", Json.ref(item));
        body.set("location", Json.ref(location));
        body.put("quantityOnHand", onHand);
        body.put("quantityCommitted", committed);
        body.put("quantityAvailable", onHand.subtract(committed));
        long id = find(item, location)
                .map(StoredRecord::number)
                .orElseGet(() -> account.store().nextId(type));
        account.refresh(type, id, body);
    }

    void change(String item, String location, BigDecimal by) {
        set(item, location, onHand(item, location).add(by), quantity(item, location, "quantityCommitted"));
    }

    BigDecimal onHand(String item, String location) {
        return quantity(item, location, "quantityOnHand");
    }

    private BigDecimal quantity(String item, String location, String field) {
        return find(item, location)
                .map(level -> Json.number(account.store().read(level), field))
                .orElse(BigDecimal.ZERO);
    }

    private Optional<StoredRecord> find(String item, String location) {
        return account.store().byExternalId(SPACE, key(item, location));
    }

    private static String key(String item, String location) {
        return item + "@" + location;
    }
}
