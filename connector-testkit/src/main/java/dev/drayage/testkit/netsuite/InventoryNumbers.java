package dev.drayage.testkit.netsuite;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Lot and serial numbers, and how much of each lies where. A number belongs to one item; two items can have lots of the
 * same name. A number stays known when nothing of it is left. Guarded by the account's lock.
 */
final class InventoryNumbers {
    /** Id space of the numbers. */
    static final String SPACE = "inventoryNumber";

    /** Id space of the quantities of each number at each location. */
    static final String BALANCES = "inventoryNumberLocation";

    private final Account account;

    InventoryNumbers(Account account) {
        this.account = account;
    }

    /** The number of that name that belongs to {@code item}. */
    Optional<StoredRecord> byName(String item, String number) {
        return account.store().lookup(SPACE, "inventorynumber", number).stream()
                .flatMap(id -> Optional.ofNullable(account.store().at(SPACE, id)).stream())
                .filter(found -> belongs(found, item))
                .findFirst();
    }

    /** The number with that internal id, if it belongs to {@code item}. */
    Optional<StoredRecord> byId(String item, String id) {
        return account.references().find(SPACE, id).filter(found -> belongs(found, item));
    }

    String name(StoredRecord number) {
        return account.store().read(number).path("inventoryNumber").asText();
    }

    /** Moves pieces; a number that nobody heard of before comes into being. */
    void change(StockPlace place, BigDecimal by) {
        StoredRecord number = byName(place.item(), place.number()).orElseGet(() -> register(place));
        RecordType type = account.catalog().getOrOpen(BALANCES);
        BigDecimal onHand = onHand(place).add(by);
        ObjectNode body = Json.object().put("externalId", key(number, place.location()));
        body.set("inventoryNumber", Json.ref(number.id()));
        body.set("item", Json.ref(place.item()));
        body.set("location", Json.ref(place.location()));
        body.put("quantityOnHand", onHand);
        body.put("quantityAvailable", onHand);
        long id = balance(number, place.location())
                .map(StoredRecord::number)
                .orElseGet(() -> account.store().nextId(type));
        account.refresh(type, id, body);
    }

    BigDecimal onHand(StockPlace place) {
        return byName(place.item(), place.number())
                .flatMap(number -> balance(number, place.location()))
                .map(this::onHand)
                .orElse(BigDecimal.ZERO);
    }

    /** Pieces of every number of an item at a location, by number; numbers that ran out are left away. */
    Map<String, BigDecimal> at(String item, String location) {
        Map<String, BigDecimal> found = new TreeMap<>();
        for (StoredRecord balance : account.store().all(BALANCES, Long.MIN_VALUE)) {
            ObjectNode body = account.store().read(balance);
            boolean here = Json.refId(body, "item").equals(item)
                    && Json.refId(body, "location").equals(location);
            if (here && onHand(balance).signum() != 0) {
                found.put(
                        account.references().displayName(SPACE, Json.refId(body, "inventoryNumber")), onHand(balance));
            }
        }
        return found;
    }

    private BigDecimal onHand(StoredRecord balance) {
        return Json.number(account.store().read(balance), "quantityOnHand");
    }

    private StoredRecord register(StockPlace place) {
        RecordType type = account.catalog().getOrOpen(SPACE);
        ObjectNode body = Json.object().put("inventoryNumber", place.number());
        body.set("item", Json.ref(place.item()));
        return account.refresh(type, account.store().nextId(type), body);
    }

    private Optional<StoredRecord> balance(StoredRecord number, String location) {
        return account.store().byExternalId(BALANCES, key(number, location));
    }

    private boolean belongs(StoredRecord number, String item) {
        return Json.refId(account.store().read(number), "item").equals(item);
    }

    private static String key(StoredRecord number, String location) {
        return number.id() + "@" + location;
    }
}
