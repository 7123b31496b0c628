package dev.drayage.testkit.netsuite;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * Stock by item and location. Committed is what the test counted as such and what orders ask for, as far as it is on
 * hand; orders ask only where the account lets them. Stock can fall below zero, as it does in an account that ships what
 * it did not count. Guarded by the account's lock.
 */
final class StockLevels {
    /** Id space of stock levels; no record of the REST API. */
    static final String SPACE = "stocklevel";

    /** When what is available last changed, in seconds of the epoch. */
    static final String CHANGED_AT = "$changedAt";

    private static final String AVAILABLE = "quantityAvailable";
    private static final String COUNTED = "$counted";
    private static final String ASKED = "$asked";
    private static final String AVAILABLE_EARLIER = "$availableEarlier";
    private static final String CHANGED_EARLIER = "$changedEarlier";

    private final Account account;

    StockLevels(Account account) {
        this.account = account;
    }

    /** From now on this is what lies there. */
    void set(String item, String location, BigDecimal onHand, BigDecimal committed) {
        put(item, location, onHand, committed, quantity(item, location, ASKED));
    }

    void change(String item, String location, BigDecimal by) {
        put(
                item,
                location,
                onHand(item, location).add(by),
                quantity(item, location, COUNTED),
                quantity(item, location, ASKED));
    }

    /** Orders ask for so much more, or less. */
    void ask(String item, String location, BigDecimal by) {
        put(
                item,
                location,
                onHand(item, location),
                quantity(item, location, COUNTED),
                quantity(item, location, ASKED).add(by));
    }

    BigDecimal onHand(String item, String location) {
        return quantity(item, location, "quantityOnHand");
    }

    private void put(String item, String location, BigDecimal onHand, BigDecimal counted, BigDecimal asked) {
        RecordType type = account.catalog().getOrOpen(SPACE);
        BigDecimal committed = counted.add(asked.min(onHand.subtract(counted).max(BigDecimal.ZERO)));
        ObjectNode body = Json.object().put("externalId", key(item, location));
        body.set("item", Json.ref(item));
        body.set("location", Json.ref(location));
        body.put("quantityOnHand", onHand);
        body.put("quantityCommitted", committed);
        body.put("quantityBackOrdered", counted.add(asked).subtract(committed));
        body.put(AVAILABLE, onHand.subtract(committed));
        body.put(COUNTED, counted);
        body.put(ASKED, asked);
        Optional<StoredRecord> before = find(item, location);
        stamp(body, before.map(level -> account.store().read(level)));
        long id =
                before.map(StoredRecord::number).orElseGet(() -> account.store().nextId(type));
        account.refresh(type, id, body);
    }

    /** Goods that leave and are no longer committed in the same moment leave what is available as it was. */
    private void stamp(ObjectNode body, Optional<ObjectNode> before) {
        long now = account.now().getEpochSecond();
        if (before.isEmpty()) {
            body.put(CHANGED_AT, now);
            return;
        }
        ObjectNode old = before.get();
        boolean sameMoment = old.path(CHANGED_AT).asLong() == now && old.has(CHANGED_EARLIER);
        BigDecimal available = Json.number(old, sameMoment ? AVAILABLE_EARLIER : AVAILABLE);
        long changed = old.path(sameMoment ? CHANGED_EARLIER : CHANGED_AT).asLong();
        if (Json.number(body, AVAILABLE).compareTo(available) == 0) {
            body.put(CHANGED_AT, changed);
            return;
        }
        body.put(CHANGED_AT, now).put(CHANGED_EARLIER, changed).put(AVAILABLE_EARLIER, available);
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
